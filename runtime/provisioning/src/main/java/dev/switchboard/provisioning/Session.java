package dev.switchboard.provisioning;

import dev.switchboard.provisioning.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A run that may write. It holds the lease, which is part of the state document: taken, renewed and given back by the same
 * compare-and-swap that guards everything else. A lease runs out, so that a killed run stops nobody for long.
 */
final class Session implements AutoCloseable {
  private final StateStore store;
  private final Clock clock;
  private final Duration lease;
  private final String run = UUID.randomUUID().toString();
  private final ScheduledExecutorService heart;
  private StateStore.Stored stored;
  private StateDocument state;
  private boolean lost;

  private Session(
      StateStore store,
      Clock clock,
      Duration lease,
      StateDocument found,
      @Nullable String revision) {
    this.store = store;
    this.clock = clock;
    this.lease = lease;
    StateDocument leased = found.leased(run, clock.instant().plus(lease));
    this.stored =
        store.replace(revision, leased.write()).orElseThrow(() -> busy("Another run was faster."));
    this.state = leased;
    this.heart = heart();
  }

  /**
   * Takes the lease.
   *
   * @param beginning the document of a first run
   * @throws ProvisioningException BUSY while another run holds it
   */
  static Session open(StateStore store, Clock clock, Duration lease, StateDocument beginning) {
    Optional<StateStore.Stored> found = store.read();
    StateDocument state =
        found.map(s -> StateDocument.read(s.document(), store.describe())).orElse(beginning);
    Instant now = clock.instant();
    state.leaseUntil().filter(until -> until.isAfter(now)).ifPresent(until -> {
      throw busy("Another run holds the lease for "
          + Duration.between(now, until).toSeconds() + " s more.");
    });
    return new Session(
        store, clock, lease, state, found.map(StateStore.Stored::revision).orElse(null));
  }

  private static ProvisioningException busy(String problem) {
    return new ProvisioningException(
        Failure.BUSY,
        problem,
        "Wait for it to end and run it again; a run that was killed gives up its lease by itself.");
  }

  private ScheduledExecutorService heart() {
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
      Thread thread = new Thread(task, "switchboard-lease");
      thread.setDaemon(true);
      return thread;
    });
    long period = lease.toMillis() / 3;
    var unused = executor.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
    return executor;
  }

  private synchronized void beat() {
    try {
      save(UnaryOperator.identity());
    } catch (ProvisioningException e) {
      // A store that is away for a moment costs one beat; a lease that is lost shows at the next
      // write.
      lost = lost || e.failure() == Failure.BUSY;
    }
  }

  synchronized StateDocument state() {
    return state;
  }

  /** Stores an edited document and renews the lease. */
  synchronized StateDocument save(UnaryOperator<StateDocument> edit) {
    holding();
    StateDocument next = edit.apply(state).leased(run, clock.instant().plus(lease));
    replace(next);
    return next;
  }

  private void replace(StateDocument next) {
    Optional<StateStore.Stored> won = store.replace(stored.revision(), next.write());
    if (won.isEmpty()) {
      lost = true;
      holding();
    }
    stored = won.orElseThrow();
    state = next;
  }

  /** To be asked before each write to the platform: a run whose lease ran out must not go on. */
  synchronized void holding() {
    if (lost
        || state.leaseUntil().filter(until -> !until.isBefore(clock.instant())).isEmpty()) {
      lost = true;
      throw busy(
          "This run lost its lease: it stood still for longer than " + lease.toSeconds() + " s.");
    }
  }

  /** What whoever took over has stored so far; empty while this run holds the lease. */
  synchronized Optional<StateDocument> successor() {
    boolean held = !lost
        && state.leaseUntil().filter(until -> !until.isBefore(clock.instant())).isPresent();
    return held
        ? Optional.empty()
        : store
            .read()
            .map(found -> StateDocument.read(found.document(), store.describe()))
            .filter(found -> !found.leaseHolder().equals(Optional.of(run)));
  }

  /** Gives the lease back with a last edit; the session is over. */
  synchronized StateDocument finish(UnaryOperator<StateDocument> edit) {
    stopHeart();
    holding();
    replace(edit.apply(state).released());
    lost = true;
    return state;
  }

  private void stopHeart() {
    heart.shutdownNow();
  }

  /** Gives the lease back where {@link #finish} did not; what failed is told by its own exception. */
  @Override
  public synchronized void close() {
    stopHeart();
    if (!lost) {
      try {
        replace(state.released());
      } catch (ProvisioningException e) {
        // It runs out by itself.
        lost = true;
      }
    }
  }
}
