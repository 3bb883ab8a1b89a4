package com.example.other;

import dev.switchboard.annotations.EventUrl;
import dev.switchboard.webhooks.voice.VoiceEvent;

/** Of another package, and called like a type of the runtime. */
public final class Reply {
  @EventUrl
  public void event(VoiceEvent event) {}
}
