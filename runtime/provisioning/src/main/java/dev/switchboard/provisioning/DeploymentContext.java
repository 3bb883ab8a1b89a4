package dev.switchboard.provisioning;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.KeyStore;
import dev.switchboard.provisioning.platform.Platform;
import dev.switchboard.provisioning.platform.RestPlatform;
import dev.switchboard.provisioning.state.StateStore;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a deployment is made of, for the parts that do the work: where it reads and writes, and by which clock. */
final class DeploymentContext {
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

  DeploymentContext(DeploymentBuilder builder) {
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
        .map(Route::shortName)
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
