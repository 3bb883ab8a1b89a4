package dev.switchboard.provisioning;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.provisioning.keys.ApplicationKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small world in memory in which everything is decided by {@link ModelWays}: where a fault happens, and, while two runs
 * are under way, which of them takes the next step. One thread acts at a time.
 */
final class ModelWorld extends Clock {
  /** The end of a process. */
  static final class Cut extends Error {
    private static final long serialVersionUID = 1L;

    Cut() {
      super("cut", null, false, false);
    }
  }

  /** Longer than any walk takes in real time, so that no heart beats by itself. */
  static final Duration LEASE = Duration.ofMinutes(10);

  static final Duration SETTLE = Duration.ofSeconds(5);

  private static final List<ApplicationKey> KEYS =
      Stream.generate(ApplicationKey::generate).limit(8).toList();

  final ModelWays ways;
  final ModelPlatform platform = new ModelPlatform(this);
  final ModelStores stores = new ModelStores(this);
  int faults;
  Instant now = Instant.parse("2030-01-01T00:00:00Z");
  ModelRun run = new ModelRun();

  /** Whether a run stood still for longer than its lease. */
  boolean stoodStill;

  private int keys;

  ModelWorld(ModelWays ways) {
    this.ways = ways;
  }

  /** Another world that begins as this one is now. */
  ModelWorld copy(ModelWays ways) {
    ModelWorld copy = new ModelWorld(ways);
    copy.platform.like(platform);
    copy.stores.like(stores);
    copy.now = now;
    copy.keys = keys;
    return copy;
  }

  /** To be asked before anything is read or written: a process that was cut off does nothing more. */
  void step() {
    run.alive();
    run.turn(this);
  }

  /** A fork: 0 goes on, anything else is a fault. */
  int fork(int ways) {
    int way = faults == 0 || run.sheltered ? 0 : this.ways.choose(ways);
    faults -= way == 0 ? 0 : 1;
    return way;
  }

  Cut cut() {
    run.dead = true;
    return new Cut();
  }

  /** A write that may be cut off before or after it happens. */
  void write(Runnable effect) {
    int way = fork(3);
    if (way == 1) {
      throw cut();
    }
    effect.run();
    if (way == 2) {
      throw cut();
    }
  }

  void pass(Duration length) {
    now = now.plus(length);
  }

  /** Whoever holds a lease, or is about to take one, stands still for longer than that. */
  void passLease() {
    pass(LEASE.plusSeconds(1));
  }

  private void pause(Duration length) {
    step();
    pass(length);
  }

  private ApplicationKey fresh() {
    return KEYS.get(keys++);
  }

  /** A key that the platform might make instead of taking ours. */
  ApplicationKey foreign() {
    return KEYS.get(KEYS.size() - 1);
  }

  Deployment deployment(Manifest manifest, Bindings bindings) {
    return Deployment.of(manifest)
        .bindings(bindings)
        .account(Account.of("key", "secret"))
        .state(stores)
        .keys(stores)
        .platform(platform)
        .clock(this)
        .lease(LEASE)
        .settle(SETTLE)
        .pause(this::pause)
        .generator(this::fresh)
        .build();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
