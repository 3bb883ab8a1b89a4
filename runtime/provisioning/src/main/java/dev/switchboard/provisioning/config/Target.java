package dev.switchboard.provisioning.config;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.provisioning.Account;
import dev.switchboard.provisioning.Adopter;
import dev.switchboard.provisioning.Bindings;
import dev.switchboard.provisioning.Credentials;
import dev.switchboard.provisioning.Deployment;
import dev.switchboard.provisioning.Failure;
import dev.switchboard.provisioning.Msisdn;
import dev.switchboard.provisioning.ProvisioningException;
import dev.switchboard.provisioning.keys.EnvKeyStore;
import dev.switchboard.provisioning.keys.ExecKeyStore;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.keys.KeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import dev.switchboard.provisioning.state.GitStateStore;
import dev.switchboard.provisioning.state.StateStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From the words of {@code switchboard.yaml} to the engine: one app in one environment.
 *
 * @param environment where
 * @param variables the environment variables of the process
 * @param home the user's home folder
 * @param project the folder of the configuration, against which relative folders count
 */
public record Target(
    Environment environment, Map<String, String> variables, Path home, Path project) {
  /** The credentials that every sandbox takes unless it is told others. */
  private static final String SANDBOX_KEY = "sandbox";

  private static final String SANDBOX_SECRET = "sandbox-secret";
  private static final String SANDBOX_SIGNATURE_SECRET = "sandbox-signature-secret-of-32-bytes";

  /**
   * The engine for an app.
   *
   * @throws ConfigException when the configuration leaves something open, or says something that cannot be used
   * @throws ProvisioningException when there are no credentials
   */
  public Deployment deployment(Manifest manifest) {
    return deployment(manifest, bindings(manifest));
  }

  /** The same for an app that is served elsewhere for a while. */
  public Deployment deployment(Manifest manifest, URI baseUrl) {
    Bindings bindings = bindings(manifest);
    return deployment(manifest, new Bindings(baseUrl, bindings.values(), bindings.numbers()));
  }

  private Deployment deployment(Manifest manifest, Bindings bindings) {
    return Deployment.of(manifest)
        .bindings(bindings)
        .environment(environment.name())
        .account(account())
        .state(state(manifest.app()))
        .keys(keys(manifest.app()))
        .signatureSecret(signatureSecret())
        .build();
  }

  /**
   * What webhooks are signed with: as the environment says, else as every sandbox has it unless it is told another, else the usual
   * variable; null where none of them is set.
   */
  public @Nullable String signatureSecret() {
    return environment
        .account()
        .signatureSecret()
        .flatMap(setting -> {
          try {
            return Optional.of(setting.resolve(this::variable));
          } catch (UnsetVariableException unset) {
            // Only verification needs it, and says that it is missing.
            return Optional.empty();
          }
        })
        .or(() -> environment.sandbox().map(address -> SANDBOX_SIGNATURE_SECRET))
        .or(() -> variable("VONAGE_SIGNATURE_SECRET"))
        .orElse(null);
  }

  /**
   * Takes over an application that was made elsewhere, as a class that is not compiled yet.
   *
   * @param className binary name of that class: state and keys are kept under it
   * @throws ConfigException when the configuration says something that cannot be used
   * @throws ProvisioningException when there are no credentials
   */
  public Adopter adopter(String className) {
    return Adopter.of(account())
        .environment(environment.name())
        .state(state(className))
        .keys(keys(className))
        .build();
  }

  /** What the environment binds for an app: of its values and numbers, those that the app has. */
  public Bindings bindings(Manifest manifest) {
    AppSettings settings = environment.settingsOf(manifest.app());
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : manifest.values()) {
      Optional.ofNullable(settings.values().get(name))
          .ifPresent(value -> values.put(name, value.resolve(this::variable)));
    }
    Map<String, Msisdn> numbers = new LinkedHashMap<>();
    for (String name : manifest.numbers()) {
      Optional.ofNullable(settings.numbers().get(name))
          .ifPresent(number -> numbers.put(name, number(number)));
    }
    return new Bindings(environment.baseUrl(manifest.app(), this::variable), values, numbers);
  }

  /**
   * The account: as the environment says, else as a sandbox has it, else as {@link Credentials} finds it.
   *
   * @throws ProvisioningException when there is none
   */
  public Account account() {
    AccountSettings settings = environment.account();
    Optional<URI> sandbox = environment.sandbox(this::variable);
    Account account = credentials(settings, sandbox.isPresent());
    if (sandbox.isPresent()) {
      return account.at(sandbox.get());
    }
    return new Account(
        account.apiKey(),
        account.apiSecret(),
        settings.apiHost().map(this::address).orElse(account.apiHost()),
        settings.restHost().map(this::address).orElse(account.restHost()));
  }

  private Account credentials(AccountSettings settings, boolean sandbox) {
    if (settings.apiKey().isPresent() && settings.apiSecret().isPresent()) {
      return Account.of(
          secret(settings.apiKey().get()), secret(settings.apiSecret().get()));
    }
    if (sandbox) {
      return Account.of(SANDBOX_KEY, SANDBOX_SECRET);
    }
    return Credentials.find(variables, home, project)
        .orElseThrow(() -> new ProvisioningException(
            Failure.CREDENTIALS,
            "Environment \"" + environment.name() + "\" has no credentials for the platform.",
            "Set VONAGE_API_KEY and VONAGE_API_SECRET to those of the account's dashboard."));
  }

  /** A variable that is not set is a matter of credentials here, not of a wrong file. */
  private String secret(Setting setting) {
    try {
      return setting.resolve(this::variable);
    } catch (UnsetVariableException unset) {
      throw new ProvisioningException(
          Failure.CREDENTIALS,
          setting.key() + " refers to the environment variable " + unset.variable()
              + ", which is not set.",
          "Set it to what the account's dashboard shows.");
    }
  }

  /**
   * Carries state and keys over to the class that an app is now.
   *
   * @param formerApp binary name of the class it was
   * @throws ProvisioningException when there is no state of that class, or one of the new class already
   */
  public void move(String formerApp, Manifest manifest) {
    deployment(manifest).moveFrom(state(formerApp), keys(formerApp));
  }

  /** Where what belongs to a run of this machine alone is kept, beside the state. */
  public Path folder() {
    String detail = environment.state().kind() == Place.State.FILE
        ? environment.state().detail().orElse(".switchboard")
        : ".switchboard";
    return project.resolve(detail).resolve(environment.name());
  }

  /** Where the state of an app is kept. */
  StateStore state(String app) {
    return switch (environment.state().kind()) {
      case FILE -> new FileStateStore(folder().resolve(app + ".json"));
      case GIT ->
        new GitStateStore(
            project, environment.state().detail().orElse("origin"), environment.name() + '/' + app);
    };
  }

  /** Where the keys of an app are kept. */
  KeyStore keys(String app) {
    Place<Place.Keys> place =
        environment.settingsOf(app).keys().orElseGet(() -> Place.byDefault(Place.Keys.FILE));
    return switch (place.kind()) {
      case FILE ->
        new FileKeyStore(place
            .detail()
            .map(this::folder)
            .orElseGet(() -> FileKeyStore.root(variables))
            .resolve(environment.name())
            .resolve(app));
      case ENV -> new EnvKeyStore(place.detail().orElse("VONAGE_PRIVATE_KEY"), variables);
      case EXEC -> new ExecKeyStore(command(place), environment.name() + '/' + app);
    };
  }

  /** The helper and its arguments, told apart by spaces: there is no shell, and no quoting. */
  private static List<String> command(Place<Place.Keys> place) {
    return List.of(place.detail().orElseThrow().strip().split("\\s+"));
  }

  private Path folder(String written) {
    return written.startsWith("~/") ? home.resolve(written.substring(2)) : project.resolve(written);
  }

  private Msisdn number(Setting setting) {
    try {
      return Msisdn.of(setting.resolve(this::variable));
    } catch (IllegalArgumentException notOne) {
      throw new ConfigException(
          setting.position(),
          setting.key() + " is not a number. Write 7 to 15 digits without + or 00: 447700900123.");
    }
  }

  private URI address(Setting setting) {
    return Environment.address(setting, this::variable);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** The environment only: a variable may be a secret. */
  @Override
  public String toString() {
    return environment.name();
  }
}
