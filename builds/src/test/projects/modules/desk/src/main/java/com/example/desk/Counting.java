package com.example.desk;

import dev.switchboard.annotations.EventUrl;
import dev.switchboard.webhooks.voice.CallEvent;

/** Inherited, and no more visible than its package. */
class Counting<E extends CallEvent> {
  @EventUrl
  public void over(E event) {}
}
