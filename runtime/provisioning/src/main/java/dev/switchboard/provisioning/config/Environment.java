package dev.switchboard.provisioning.config;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One environment of a project.
 *
 * @param name as written
 * @param sandbox address of the sandbox that plays the platform, empty for the platform itself
 * @param protect whether a change asks for the environment's name
 * @param account whose applications these are
 * @param state where the record of what was applied lives
 * @param common what it binds for every app
 * @param apps what it rebinds for an app, by the binary name of the app class
 * @param position where it stands
 */
public record Environment(
    String name,
    Optional<Setting> sandbox,
    boolean protect,
    AccountSettings account,
    Place<Place.State> state,
    AppSettings common,
    Map<String, AppSettings> apps,
    Position position) {
  /** Says where the sandbox listens that {@code sandbox: true} means. */
  private static final String SANDBOX_VARIABLE = "SWITCHBOARD_SANDBOX";

  /** Keeps the order of the file. */
  public Environment {
    apps = Collections.unmodifiableMap(new LinkedHashMap<>(apps));
  }

  /** What holds for one app: the common settings, and the app's own in front of them. */
  public AppSettings settingsOf(String app) {
    return Optional.ofNullable(apps.get(app)).map(common::under).orElse(common);
  }

  /**
   * The base URL of one app: absolute, without a slash at the end.
   *
   * @throws ConfigException when none is bound, or it is no base URL
   */
  public URI baseUrl(String app, Function<String, Optional<String>> variables) {
    Setting setting = settingsOf(app)
        .baseUrl()
        .orElseThrow(() -> new ConfigException(
            position,
            "environment \"" + name + "\" has no baseUrl for " + app
                + ". Add baseUrl: https://... to it."));
    return address(setting, variables);
  }

  /**
   * The address of the sandbox, if this environment is one. Where the file names no other, the variable
   * {@code SWITCHBOARD_SANDBOX} may.
   */
  public Optional<URI> sandbox(Function<String, Optional<String>> variables) {
    return sandbox.map(setting -> {
      boolean elsewhere = setting.written().equals(Configuration.SANDBOX_ADDRESS)
          && variables.apply(SANDBOX_VARIABLE).filter(value -> !value.isBlank()).isPresent();
      return address(
          elsewhere
              ? Setting.of(SANDBOX_VARIABLE, "${" + SANDBOX_VARIABLE + "}", setting.position())
              : setting,
          variables);
    });
  }

  /** Reads the address that a setting holds; its text appears in no error. */
  static URI address(Setting setting, Function<String, Optional<String>> variables) {
    URI uri;
    try {
      uri = URI.create(setting.resolve(variables).replaceFirst("/+$", ""));
    } catch (IllegalArgumentException notAnAddress) {
      throw notAnAddress(setting);
    }
    boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    boolean bare =
        uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
    if (!http || uri.getHost() == null || !bare) {
      throw notAnAddress(setting);
    }
    return uri;
  }

  private static ConfigException notAnAddress(Setting setting) {
    return new ConfigException(
        setting.position(),
        setting.key()
            + " is not an address. Write http:// or https://, a host, and at most a path: https://pizza.example.");
  }
}
