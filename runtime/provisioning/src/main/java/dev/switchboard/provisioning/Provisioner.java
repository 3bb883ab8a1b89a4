package dev.switchboard.provisioning;

import dev.switchboard.manifest.reader.ManifestReader;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One app in one environment, for a deploy job in Java: {@link Deployment} with everything found where the CLI finds it.
 *
 * <p>Credentials as {@link Credentials} finds them; the private key in a file below the user's configuration folder; the
 * state in {@code .switchboard/<environment>/<app>.json} below the working folder, or below the folder that the variable
 * {@code SWITCHBOARD_STATE} names. The environment's name is {@code SWITCHBOARD_ENVIRONMENT}, else the base URL's host.
 */
public final class Provisioner {
  private final Class<?> app;
  private final URI baseUrl;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, Msisdn> numbers = new LinkedHashMap<>();
  private final Map<String, String> variables;

  private Provisioner(Class<?> app, URI baseUrl, Map<String, String> variables) {
    this.app = app;
    this.baseUrl = baseUrl;
    this.variables = Map.copyOf(variables);
  }

  /** Of the app whose manifest lies beside {@code app}. Called by generated code. */
  public static Provisioner of(Class<?> app, URI baseUrl) {
    return of(app, baseUrl, System.getenv());
  }

  static Provisioner of(Class<?> app, URI baseUrl, Map<String, String> variables) {
    return new Provisioner(app, baseUrl, variables);
  }

  /** Binds a placeholder. Called by generated code. */
  public Provisioner value(String name, String value) {
    values.put(name, value);
    return this;
  }

  /** Binds a number. Called by generated code. */
  public Provisioner number(String name, Msisdn number) {
    numbers.put(name, number);
    return this;
  }

  /**
   * What would change; writes nothing. Credentials, state and keys as the CLI finds them.
   *
   * @throws ProvisioningException when one of them is missing or the platform cannot be read
   * @throws dev.switchboard.manifest.reader.ManifestException when the app was compiled without the processor
   */
  public Plan plan() {
    return deployment().plan();
  }

  /** The engine itself, for everything but the plain plan. */
  public Deployment deployment() {
    String environment = environment();
    Path state = Path.of(variables.getOrDefault("SWITCHBOARD_STATE", ".switchboard"));
    return Deployment.of(ManifestReader.of(app))
        .bindings(new Bindings(baseUrl, values, numbers))
        .environment(environment)
        .account(Credentials.find(variables, Path.of(System.getProperty("user.home")), Path.of(""))
            .orElseThrow(() -> new ProvisioningException(
                Failure.CREDENTIALS,
                "There are no credentials for the platform.",
                "Set VONAGE_API_KEY and VONAGE_API_SECRET to those of the account's dashboard.")))
        .state(new FileStateStore(state.resolve(environment).resolve(app.getName() + ".json")))
        .keys(new FileKeyStore(
            FileKeyStore.root(variables).resolve(environment).resolve(app.getName())))
        .signatureSecret(variables.get("VONAGE_SIGNATURE_SECRET"))
        .build();
  }

  private String environment() {
    String named = variables.get("SWITCHBOARD_ENVIRONMENT");
    if (named != null && !named.isBlank()) {
      return named;
    }
    return baseUrl.getPort() < 0 ? baseUrl.getHost() : baseUrl.getHost() + "-" + baseUrl.getPort();
  }

  /** Names only: a bound value may be anything. */
  @Override
  public String toString() {
    return app.getName() + " at " + baseUrl + " with " + values.keySet() + " and numbers "
        + numbers.keySet();
  }
}
