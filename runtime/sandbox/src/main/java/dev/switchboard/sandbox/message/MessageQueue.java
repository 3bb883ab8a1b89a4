package dev.switchboard.sandbox.message;

import dev.switchboard.sandbox.delivery.Deliveries;
import dev.switchboard.sandbox.delivery.Outgoing;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.transcript.TranscriptLog;
import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Webhooks about messages: each is tried until the app takes it or a day is over. Used from the loop alone. */
final class MessageQueue {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final Duration GIVE_UP = Duration.ofHours(24);

  private final Loop loop;
  private final Deliveries deliveries;

  MessageQueue(Loop loop, Deliveries deliveries) {
    this.loop = loop;
    this.deliveries = deliveries;
  }

  /**
   * Tries until it succeeds, is refused for good, or a day is over.
   *
   * @param route with a target
   */
  void deliver(
      TranscriptLog log, MessageRoutes.Route route, String about, Json payload, Runnable then) {
    Deliveries.Delivery delivery = deliveries.of(
        new Outgoing(route.target().orElseThrow(), route.application(), about, payload), log);
    log.expected();
    attempt(log, delivery, FIRST_PAUSE, loop.now().plus(GIVE_UP), () -> {
      // First what follows, so that the conversation is not quiet in between.
      then.run();
      log.finished();
    });
  }

  private void attempt(
      TranscriptLog log, Deliveries.Delivery delivery, Duration pause, Instant end, Runnable then) {
    delivery.attempt(answer -> List.of(), answer -> {
      if (!answer.isRetriedByMessages()) {
        then.run();
      } else if (loop.now().plus(pause).isAfter(end)) {
        log.note("given up after " + delivery.attempts() + " attempts in 24 hours");
        then.run();
      } else {
        // What waits for its next attempt is not under way: a test need not sit out the pauses.
        log.finished();
        Duration doubled = pause.multipliedBy(2);
        Duration next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        loop.after(pause, () -> {
          log.expected();
          attempt(log, delivery, next, end, then);
        });
      }
    });
  }
}
