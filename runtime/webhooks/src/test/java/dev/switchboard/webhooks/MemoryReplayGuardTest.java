package dev.switchboard.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MemoryReplayGuardTest {
  private final Hand hand = new Hand();
  private final MemoryReplayGuard guard = new MemoryReplayGuard(2, hand);

  @Test
  void remembersForAsLongAsTheTokenIsGood() {
    guard.use("a", Duration.ofMinutes(5));
    assertThat(guard.isUsed("a")).isTrue();
    hand.now = hand.now.plus(Duration.ofMinutes(5));
    assertThat(guard.isUsed("a")).isFalse();
  }

  @Test
  void forgetsTheOldestBeyondItsCapacity() {
    guard.use("a", Duration.ofHours(1));
    guard.use("b", Duration.ofHours(1));
    guard.use("a", Duration.ofHours(1));
    guard.use("c", Duration.ofHours(1));
    assertThat(guard.isUsed("b")).isFalse();
    assertThat(guard.isUsed("a")).isTrue();
    assertThat(guard.isUsed("c")).isTrue();
  }

  private static final class Hand extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
