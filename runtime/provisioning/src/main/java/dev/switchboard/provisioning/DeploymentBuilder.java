package dev.switchboard.provisioning;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.KeyStore;
import dev.switchboard.provisioning.platform.Platform;
import dev.switchboard.provisioning.state.StateStore;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Deployment} needs; bindings, account, state and keys must be given. Begun by {@link Deployment#of}. */
public final class DeploymentBuilder {
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration SETTLE = Duration.ofSeconds(30);

  final Manifest manifest;

  @Nullable
  Bindings bindings;

  String environment = "default";

  @Nullable
  Account account;

  @Nullable
  StateStore store;

  @Nullable
  KeyStore keys;

  @Nullable
  HttpClient http;

  @Nullable
  Platform platform;

  Clock clock = Clock.systemUTC();
  Duration lease = LEASE;
  Duration settle = SETTLE;
  Consumer<Duration> pause = DeploymentBuilder::sleep;
  Supplier<ApplicationKey> generator = ApplicationKey::generate;

  @Nullable
  String signatureSecret;

  DeploymentBuilder(Manifest manifest) {
    this.manifest = Objects.requireNonNull(manifest);
  }

  /** What the environment binds. */
  public DeploymentBuilder bindings(Bindings bindings) {
    this.bindings = bindings;
    return this;
  }

  /** The environment's name, for people; {@code default} unless set. */
  public DeploymentBuilder environment(String name) {
    this.environment = name;
    return this;
  }

  /** The account. */
  public DeploymentBuilder account(Account account) {
    this.account = account;
    return this;
  }

  /** Where the state lives. */
  public DeploymentBuilder state(StateStore store) {
    this.store = store;
    return this;
  }

  /** Where the keys live. */
  public DeploymentBuilder keys(KeyStore keys) {
    this.keys = keys;
    return this;
  }

  /**
   * What verification signs with: the account's signature secret. Not needed for anything else; none unless set.
   *
   * @param secret null or blank for none
   */
  public DeploymentBuilder signatureSecret(@Nullable String secret) {
    this.signatureSecret = secret == null || secret.isBlank() ? null : secret;
    return this;
  }

  /** What sends the requests; by default one with a connect time-out of ten seconds. */
  public DeploymentBuilder http(HttpClient http) {
    this.http = http;
    return this;
  }

  /** The clock that leases run by; the system's unless set. */
  public DeploymentBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /** How long a lease lasts without a sign of life; 60 seconds unless set. It is renewed three times as often. */
  public DeploymentBuilder lease(Duration lease) {
    this.lease = lease;
    return this;
  }

  /** How long a creation whose answer was lost is looked for before it counts as not done; 30 seconds unless set. */
  public DeploymentBuilder settle(Duration settle) {
    this.settle = settle;
    return this;
  }

  DeploymentBuilder platform(Platform platform) {
    this.platform = platform;
    return this;
  }

  DeploymentBuilder pause(Consumer<Duration> pause) {
    this.pause = pause;
    return this;
  }

  DeploymentBuilder generator(Supplier<ApplicationKey> generator) {
    this.generator = generator;
    return this;
  }

  /** The deployment. */
  public Deployment build() {
    return new Deployment(new DeploymentContext(this));
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
}
