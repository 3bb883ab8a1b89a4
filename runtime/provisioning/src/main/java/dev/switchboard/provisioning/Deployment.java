package dev.switchboard.provisioning;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.KeyStore;
import dev.switchboard.provisioning.platform.Platform;
import dev.switchboard.provisioning.platform.RestPlatform;
import dev.switchboard.provisioning.state.StateStore;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One app in one environment: the engine behind the generated provisioners, the CLI and the Maven goals. Reading is free
 * of side effects; writing holds a lease, journals each step before it is taken, and is finished by the next run when it
 * is cut off. Safe for use by one thread at a time.
 */
public final class Deployment {
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration SETTLE = Duration.ofSeconds(30);

  private final Manifest manifest;
  private final Bindings bindings;
  private final String environment;
  private final Account account;
  private final StateStore store;
  private final KeyStore keys;
  private final Platform platform;
  private final Clock clock;
  private final Duration lease;
  private final Duration settle;
  private final Consumer<Duration> pause;
  private final Supplier<ApplicationKey> generator;
  private final Optional<String> signatureSecret;

  private Deployment(Builder builder) {
    this.manifest = builder.manifest;
    this.bindings = Objects.requireNonNull(builder.bindings, "bindings");
    this.environment = builder.environment;
    this.account = Objects.requireNonNull(builder.account, "account");
    this.store = Objects.requireNonNull(builder.store, "state");
    this.keys = Objects.requireNonNull(builder.keys, "keys");
    this.platform = Objects.requireNonNullElseGet(
        builder.platform,
        () -> new RestPlatform(
            account,
            Objects.requireNonNullElseGet(
                builder.http,
                () -> HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .build())));
    this.clock = builder.clock;
    this.lease = builder.lease;
    this.settle = builder.settle;
    this.pause = builder.pause;
    this.generator = builder.generator;
    this.signatureSecret = Optional.ofNullable(builder.signatureSecret);
  }

  /** Begins one; bindings, account, state and keys must be given. */
  public static Builder of(Manifest manifest) {
    return new Builder(manifest);
  }

  /** Collects what a deployment needs. */
  public static final class Builder {
    private final Manifest manifest;
    private @Nullable Bindings bindings;
    private String environment = "default";
    private @Nullable Account account;
    private @Nullable StateStore store;
    private @Nullable KeyStore keys;
    private @Nullable HttpClient http;
    private @Nullable Platform platform;
    private Clock clock = Clock.systemUTC();
    private Duration lease = LEASE;
    private Duration settle = SETTLE;
    private Consumer<Duration> pause = Deployment::sleep;
    private Supplier<ApplicationKey> generator = ApplicationKey::generate;
    private @Nullable String signatureSecret;

    private Builder(Manifest manifest) {
      this.manifest = Objects.requireNonNull(manifest);
    }

    /** What the environment binds. */
    public Builder bindings(Bindings bindings) {
      this.bindings = bindings;
      return this;
    }

    /** The environment's name, for people; {@code default} unless set. */
    public Builder environment(String name) {
      this.environment = name;
      return this;
    }

    /** The account. */
    public Builder account(Account account) {
      this.account = account;
      return this;
    }

    /** Where the state lives. */
    public Builder state(StateStore store) {
      this.store = store;
      return this;
    }

    /** Where the keys live. */
    public Builder keys(KeyStore keys) {
      this.keys = keys;
      return this;
    }

    /**
     * What verification signs with: the account's signature secret. Not needed for anything else; none unless set.
     *
     * @param secret null or blank for none
     */
    public Builder signatureSecret(@Nullable String secret) {
      this.signatureSecret = secret == null || secret.isBlank() ? null : secret;
      return this;
    }

    /** What sends the requests; by default one with a connect time-out of ten seconds. */
    public Builder http(HttpClient http) {
      this.http = http;
      return this;
    }

    /** The clock that leases run by; the system's unless set. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** How long a lease lasts without a sign of life; 60 seconds unless set. It is renewed three times as often. */
    public Builder lease(Duration lease) {
      this.lease = lease;
      return this;
    }

    /** How long a creation whose answer was lost is looked for before it counts as not done; 30 seconds unless set. */
    public Builder settle(Duration settle) {
      this.settle = settle;
      return this;
    }

    Builder platform(Platform platform) {
      this.platform = platform;
      return this;
    }

    Builder pause(Consumer<Duration> pause) {
      this.pause = pause;
      return this;
    }

    Builder generator(Supplier<ApplicationKey> generator) {
      this.generator = generator;
      return this;
    }

    /** The deployment. */
    public Deployment build() {
      return new Deployment(this);
    }
  }

  private static void sleep(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProvisioningException(
          Failure.PARTIAL, "The run was interrupted.", "Run it again; what is done stays done.", e);
    }
  }

  /** What would change without taking numbers and without removals. Writes nothing. */
  public Plan plan() {
    return plan(Options.DEFAULT);
  }

  /**
   * What would change. Writes nothing.
   *
   * @throws ProvisioningException when state, keys or platform cannot be read, or do not belong together
   */
  public Plan plan(Options options) {
    return new Planner(this).plan(state(), options);
  }

  /**
   * A plan that was saved as JSON, made again and compared: it is the same, or refused.
   *
   * @throws ProvisioningException STALE when state, platform or manifest have changed since; INVALID for other text
   */
  public Plan saved(String json) {
    ObjectNode saved = SavedPlan.read(json);
    LivePlan plan = new Planner(this).plan(state(), SavedPlan.options(saved));
    SavedPlan.check(saved, plan.guard());
    return plan;
  }

  /**
   * The plan that brings back what the manifest owned at an earlier serial. Numbers and secrets stay as they are bound
   * now.
   *
   * @throws ProvisioningException REFUSED when that serial is not kept
   */
  public Plan rollback(long serial, Options options) {
    StateDocument state = state();
    ObjectNode owned = state
        .ownedAt(serial)
        .orElseThrow(() -> new ProvisioningException(
            Failure.REFUSED,
            "Serial " + serial + " is not kept.",
            "Choose one of " + state.serials() + "."));
    ObjectNode bound = Desired.application(manifest, bindings);
    return new Planner(this).plan(state, Secrets.unsealed(owned, bound), options);
  }

  /** What is remembered; reads the state and the key store, not the platform. */
  public Status status() {
    StateDocument state = state();
    return new Status(
        state.applicationId(),
        state.fingerprint(),
        keys.keys().stream()
            .anyMatch(key -> state.fingerprint().equals(Optional.of(key.fingerprint()))),
        state.serial(),
        state.serials(),
        state.links().stream()
            .map(link -> new Status.NumberStatus(
                link.name(),
                link.msisdn(),
                link.country(),
                state.applicationId(),
                Optional.of(link.previous()).filter(p -> !p.isEmpty())))
            .toList(),
        Optional.of(state.journal().path("intent").asString(""))
            .filter(intent -> !intent.isEmpty()),
        state.leaseUntil().filter(until -> until.isAfter(clock.instant())).isPresent());
  }

  /** How the platform differs from what was last applied. Writes nothing. */
  public Drift drift() {
    return new Drifts(this).drift(state());
  }

  /**
   * Sends a synthetic webhook to every URL of the app, signed where the platform signs, with the header
   * {@code Switchboard-Verification: 1}, and judges status, NCCO and time as the platform does. The app's own methods are
   * called: they see made-up numbers, and may look for the header. Reads the state, writes nothing.
   *
   * @throws ProvisioningException CREDENTIALS when the app takes signed webhooks and there is no signature secret
   */
  public Verification verify(ProgressListener listener) {
    return new Verifier(this, state().applicationId()).run(listener);
  }

  /** All numbers of the account and where they lead. Writes nothing. */
  public List<Status.NumberStatus> numbers() {
    return new Drifts(this).numbers(state());
  }

  /**
   * Puts a new key into force and keeps the former one.
   *
   * @return the new key's fingerprint
   */
  public String rotateKey(ProgressListener listener) {
    return new Operations(this, listener).rotate();
  }

  /** The keys at hand and the one that the platform checks tokens with. Reads state, key store and platform. */
  public KeyStatus keyStatus() {
    return new Keys(this).status(state());
  }

  /**
   * The private key of the application, for who signs tokens with it. To be shown to nobody who did not ask for it.
   *
   * @throws ProvisioningException REFUSED when nothing was applied yet, or the key store does not hold the key
   */
  public ApplicationKey currentKey() {
    return new Keys(this).current(state());
  }

  /**
   * Writes the private key of the application, as PKCS#8 PEM, into a new file that only its owner may read (0600).
   *
   * @return that file
   * @throws ProvisioningException REFUSED when the file exists, or as for {@link #currentKey}
   */
  public Path exportKey(Path target) {
    return new Keys(this).export(state(), target);
  }

  /**
   * Unlinks the numbers and deletes the application. It cannot be brought back.
   *
   * @param name the application's name, exactly as the platform shows it
   * @throws ProvisioningException REFUSED for another name
   */
  public void destroy(String name, ProgressListener listener) {
    new Operations(this, listener).destroy(name);
  }

  /** Leads one number to the application, beside those that the manifest names. */
  public void linkNumber(String name, Msisdn number, Options options, ProgressListener listener) {
    new Operations(this, listener).link(name, number, options);
  }

  /** Leads a number that was linked from here nowhere. */
  public void unlinkNumber(Msisdn number, ProgressListener listener) {
    new Operations(this, listener).unlink(number);
  }

  /** Leads a number that was linked from here to the application that held it before. */
  public void restoreNumber(Msisdn number, ProgressListener listener) {
    new Operations(this, listener).restore(number);
  }

  /** Finds out what became of a run that was cut off, and settles the journal. Changes nothing on the platform. */
  public void repair(ProgressListener listener) {
    new Operations(this, listener).repair();
  }

  /** Carries state and keys over from the class's former name. */
  public void moveFrom(StateStore formerState, KeyStore formerKeys) {
    new Operations(this, ProgressListener.NONE).moveFrom(formerState, formerKeys);
  }

  /** The remembered state, or that of a first run; refused when it is another account's or another host's. */
  StateDocument state() {
    return check(store
        .read()
        .map(stored -> StateDocument.read(stored.document(), store.describe()))
        .orElseGet(this::beginning));
  }

  StateDocument beginning() {
    return StateDocument.fresh(manifest.app(), environment, account);
  }

  StateDocument check(StateDocument state) {
    guard(
        "app", state.app(), manifest.app(), "Use mv to carry the state over to the renamed class.");
    guard(
        "account",
        state.account(),
        account.apiKey(),
        "Use the credentials of that account, or another environment.");
    guard(
        "host",
        state.host(),
        account.apiHost().toString(),
        "Use that host, or another environment.");
    return state;
  }

  private void guard(String what, String there, String here, String remedy) {
    if (!there.equals(here)) {
      throw new ProvisioningException(
          Failure.REFUSED,
          "The state in " + store.describe() + " belongs to the " + what + " " + there + ", not to "
              + here + ".",
          remedy);
    }
  }

  /** Opens a session on the state, checked. */
  Session open() {
    Session session = Session.open(store, clock, lease, beginning());
    try {
      check(session.state());
      return session;
    } catch (ProvisioningException e) {
      session.close();
      throw e;
    }
  }

  /** The methods behind a path of the application, when it lies in a webhook; else empty. */
  List<String> handlers(List<String> path) {
    if (path.size() < 4 || !path.get(2).equals("webhooks")) {
      return List.of();
    }
    return manifest.routes().stream()
        .filter(route ->
            route.capability().equals(Optional.of(path.get(1))) && route.kind().equals(path.get(3)))
        .map(Route::handlers)
        .flatMap(List::stream)
        .map(handler -> handler.substring(handler.lastIndexOf('.', handler.indexOf('#')) + 1))
        .toList();
  }

  Manifest manifest() {
    return manifest;
  }

  Bindings bindings() {
    return bindings;
  }

  String environment() {
    return environment;
  }

  Account account() {
    return account;
  }

  StateStore store() {
    return store;
  }

  KeyStore keys() {
    return keys;
  }

  Platform platform() {
    return platform;
  }

  Clock clock() {
    return clock;
  }

  Optional<String> signatureSecret() {
    return signatureSecret;
  }

  Duration settle() {
    return settle;
  }

  ApplicationKey newKey() {
    return generator.get();
  }

  void pause(Duration length) {
    pause.accept(length);
  }
}
