package com.example.desk;

import dev.switchboard.annotations.EventUrl;
import dev.switchboard.webhooks.CallState;
import dev.switchboard.webhooks.voice.CallEvent;

/** Used by apps of other modules. */
public class Desk extends Counting<CallEvent.Completed> {
  /** A handler class. */
  public Desk() {}

  @EventUrl
  public void event(CallEvent event, CallState<Booking> booking) {}

  /** What is kept of a call. */
  public record Booking(int seats) {}
}
