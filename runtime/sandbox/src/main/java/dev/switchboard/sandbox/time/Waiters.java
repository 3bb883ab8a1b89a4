package dev.switchboard.sandbox.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Who waits for something to hold, and until when. Guarded by the loop's lock. */
final class Waiters {
  private final List<Waiter> all = new ArrayList<>();

  private record Waiter(
      BooleanSupplier condition, Instant until, CompletableFuture<Boolean> done) {}

  /** Somebody who waits. */
  void add(BooleanSupplier condition, Instant until, CompletableFuture<Boolean> done) {
    all.add(new Waiter(condition, until, done));
  }

  /**
   * Tells those whose condition holds, and those whose time is over.
   *
   * @param idle whether nothing that falls due by now is still to happen
   */
  void check(Instant now, boolean idle) {
    for (Iterator<Waiter> each = all.iterator(); each.hasNext(); ) {
      Waiter waiter = each.next();
      boolean holds = waiter.condition().getAsBoolean();
      if (holds || (idle && !waiter.until().isAfter(now))) {
        each.remove();
        waiter.done().complete(holds);
      }
    }
  }

  /** Until when somebody waits, the first of them; null where nobody does. */
  @Nullable
  Instant earliest() {
    Instant earliest = null;
    for (Waiter waiter : all) {
      if (earliest == null || waiter.until().isBefore(earliest)) {
        earliest = waiter.until();
      }
    }
    return earliest;
  }

  /** Nothing will hold any more. */
  void giveUp() {
    all.forEach(waiter -> waiter.done().complete(false));
    all.clear();
  }
}
