package dev.switchboard.sandbox.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The loop's time as a clock. */
final class LoopClock extends Clock {
  private final Loop loop;
  private final ZoneId zone;

  LoopClock(Loop loop, ZoneId zone) {
    this.loop = loop;
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new LoopClock(loop, other);
  }

  @Override
  public Instant instant() {
    return loop.now();
  }
}
