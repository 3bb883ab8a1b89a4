package dev.switchboard.provisioning;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** One app in one environment: the same engine that the CLI and the Maven goals use. */
public final class Provisioner {
  private final Class<?> app;
  private final URI baseUrl;
  private final Map<String, String> bindings = new LinkedHashMap<>();

  private Provisioner(Class<?> app, URI baseUrl) {
    this.app = app;
    this.baseUrl = baseUrl;
  }

  /** Of the app whose manifest lies beside {@code app}. Called by generated code. */
  public static Provisioner of(Class<?> app, URI baseUrl) {
    return new Provisioner(app, baseUrl);
  }

  /** Binds a placeholder. Called by generated code. */
  public Provisioner value(String name, String value) {
    bindings.put(name, value);
    return this;
  }

  /** Binds a number. Called by generated code. */
  public Provisioner number(String name, Msisdn number) {
    bindings.put(name, number.digits());
    return this;
  }

  /** What would change; writes nothing. Credentials, state and keys as the CLI finds them. */
  @SuppressWarnings("DoNotCallSuggester")
  public Plan plan() {
    throw new UnsupportedOperationException("sketch");
  }

  @Override
  public String toString() {
    return app.getName() + " at " + baseUrl + " with " + bindings;
  }
}
