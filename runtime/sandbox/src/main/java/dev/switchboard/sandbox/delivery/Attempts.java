package dev.switchboard.sandbox.delivery;

import dev.switchboard.sandbox.store.Store;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The newest attempts to deliver webhooks, numbered from 1, and in which order they changed: what a page needs to follow them.
 * Older ones make room. Safe for use by several threads.
 */
public final class Attempts {
  /** How many are kept. */
  public static final int KEPT = 12_000;

  /** An attempt changes twice: when it starts and when it ends. */
  private static final int CHANGES = 2 * KEPT;

  private static final String KIND = "attempt";

  private final Store store;
  private final @Nullable Attempt[] kept = new Attempt[KEPT];
  private final long[] changes = new long[CHANGES];
  private long newest;
  private long version;
  private boolean closed;

  /**
   * One attempt.
   *
   * @param id its number
   * @param outgoing what was sent, and where
   * @param step how it went, so far
   */
  public record Attempt(long id, Outgoing outgoing, Step.Webhook step) {
    private Json toJson() {
      return Json.object("id", id, "outgoing", outgoing.toJson(), "step", step.toJson());
    }
  }

  /**
   * What changed.
   *
   * @param version how far this reaches; the next question starts there
   * @param complete false when changes in between are forgotten already, so that a reader has to start over
   * @param attempts what started or ended, each once, as it is now
   */
  public record Changes(long version, boolean complete, List<Attempt> attempts) {}

  /** The attempts that a store remembers; those that were under way have ended with their process. */
  Attempts(Store store) {
    this.store = store;
    for (Json each : store.load(KIND)) {
      Step.Webhook step = (Step.Webhook) Step.of(each.get("step"));
      newest = each.integer("id").orElse(newest + 1);
      show(new Attempt(
          newest,
          Outgoing.of(each.get("outgoing")),
          step.outcome().isPresent() ? step : cut(step)));
    }
  }

  private static Step.Webhook cut(Step.Webhook step) {
    return step.ended(new Step.Outcome(0, "the sandbox was stopped", Duration.ZERO, "", List.of()));
  }

  synchronized long started(Outgoing outgoing, Step.Webhook step) {
    newest++;
    put(new Attempt(newest, outgoing, step));
    return newest;
  }

  synchronized void ended(long id, Step.Webhook step) {
    find(id).ifPresent(attempt -> put(new Attempt(id, attempt.outgoing(), step)));
  }

  /** From the loop alone, as the store is. */
  private void put(Attempt attempt) {
    store.put(KIND, Long.toString(attempt.id()), attempt::toJson);
    if (attempt.id() > KEPT) {
      store.remove(KIND, Long.toString(attempt.id() - KEPT));
    }
    show(attempt);
    notifyAll();
  }

  private void show(Attempt attempt) {
    kept[slot(attempt.id(), KEPT)] = attempt;
    version++;
    changes[slot(version, CHANGES)] = attempt.id();
  }

  /** The attempt of that number, unless it is forgotten or never was. */
  public synchronized Optional<Attempt> find(long id) {
    return id < 1
        ? Optional.empty()
        : Optional.ofNullable(kept[slot(id, KEPT)]).filter(attempt -> attempt.id() == id);
  }

  /** Those that have ended, newest last. */
  public synchronized List<Attempt> ended(int most) {
    List<Attempt> ended = new ArrayList<>();
    for (long id = newest; id > Math.max(0, newest - KEPT) && ended.size() < most; id--) {
      find(id).filter(each -> each.step().outcome().isPresent()).ifPresent(ended::add);
    }
    Collections.reverse(ended);
    return ended;
  }

  /**
   * What changed after that version. Waits for something to change.
   *
   * @param after the version of the answer before, 0 at first
   * @param most the most attempts to tell of at once
   * @param patience how long to wait
   * @throws InterruptedException when interrupted while waiting
   */
  public synchronized Changes since(long after, int most, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (version <= after && !closed) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        break;
      }
      wait(left / 1_000_000 + 1);
    }
    long oldest = Math.max(0, version - CHANGES);
    boolean complete = after >= oldest && after <= version;
    Set<Long> ids = new LinkedHashSet<>();
    long at = complete ? after : oldest;
    while (at < version && ids.size() < most) {
      at++;
      ids.add(changes[slot(at, CHANGES)]);
    }
    List<Attempt> attempts = ids.stream().flatMap(id -> find(id).stream()).toList();
    return new Changes(at, complete, attempts);
  }

  /** Whether the sandbox has stopped: nothing will change any more. */
  public synchronized boolean isClosed() {
    return closed;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  private static int slot(long number, int size) {
    return (int) (number % size);
  }
}
