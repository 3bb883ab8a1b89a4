package dev.switchboard.client;

import dev.switchboard.webhooks.signing.ApiTokens;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Which application a client speaks for, and where the platform is. Immutable; {@link #toString} shows no key. */
public final class ClientSettings {
  /** The platform's host for messages and calls. */
  public static final URI PLATFORM = URI.create("https://api.nexmo.com");

  private final String applicationId;
  private final PrivateKey key;
  private final URI apiHost;
  private final Duration timeout;

  private ClientSettings(String applicationId, PrivateKey key, URI apiHost, Duration timeout) {
    this.applicationId = applicationId;
    this.key = key;
    this.apiHost = apiHost;
    this.timeout = timeout;
  }

  /** Settings for an application on the platform. */
  public static ClientSettings of(String applicationId, PrivateKey key) {
    return new ClientSettings(
        Objects.requireNonNull(applicationId),
        Objects.requireNonNull(key),
        PLATFORM,
        Duration.ofSeconds(15));
  }

  /**
   * What environment variables say.
   *
   * <ul>
   *   <li>{@code VONAGE_APPLICATION_ID}: the application
   *   <li>{@code VONAGE_PRIVATE_KEY_PATH}: the file with its private key, PEM; or {@code VONAGE_PRIVATE_KEY}: the PEM itself
   *   <li>{@code VONAGE_API_HOST}: optional; another host than the platform's, such as a sandbox's
   * </ul>
   *
   * @throws IllegalStateException where one is missing or cannot be read; the message names the variable and never a key
   */
  public static ClientSettings fromEnvironment(Map<String, String> environment) {
    String application = environment.getOrDefault("VONAGE_APPLICATION_ID", "");
    if (application.isBlank()) {
      throw new IllegalStateException(
          "VONAGE_APPLICATION_ID is not set. Set it to the id of your application; \"switchboard status\" shows it.");
    }
    ClientSettings settings = of(application.trim(), key(environment));
    String host = environment.getOrDefault("VONAGE_API_HOST", "");
    return host.isBlank() ? settings : settings.apiHost(host(host));
  }

  /**
   * Another host than {@link #PLATFORM}: a regional one, or a sandbox.
   *
   * @throws IllegalArgumentException for anything but an http or https URL with a host
   */
  public ClientSettings apiHost(URI host) {
    String scheme = String.valueOf(host.getScheme());
    if (host.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException(
          "The API host \"" + host + "\" is not like " + PLATFORM + ".");
    }
    return new ClientSettings(applicationId, key, host, timeout);
  }

  /**
   * How long an answer of the platform may take; 15 seconds by default.
   *
   * @throws IllegalArgumentException for a duration that is not positive
   */
  public ClientSettings timeout(Duration longest) {
    if (longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException("A time-out is longer than nothing.");
    }
    return new ClientSettings(applicationId, key, apiHost, longest);
  }

  /** The application. */
  public String applicationId() {
    return applicationId;
  }

  /** Where the platform is. */
  public URI apiHost() {
    return apiHost;
  }

  Duration timeout() {
    return timeout;
  }

  ApiTokens tokens() {
    return ApiTokens.of(applicationId, key);
  }

  @Override
  public String toString() {
    return "application " + applicationId + " at " + apiHost;
  }

  private static PrivateKey key(Map<String, String> environment) {
    String path = environment.getOrDefault("VONAGE_PRIVATE_KEY_PATH", "");
    String pem = environment.getOrDefault("VONAGE_PRIVATE_KEY", "");
    if (path.isBlank() && pem.isBlank()) {
      throw new IllegalStateException(
          "Neither VONAGE_PRIVATE_KEY_PATH nor VONAGE_PRIVATE_KEY is set. Set the first to the file with the"
              + " application's private key.");
    }
    try {
      return path.isBlank()
          ? RsaKeys.privateKey(pem)
          : RsaKeys.readPrivateKey(Path.of(path.trim()));
    } catch (IOException | InvalidPathException e) {
      throw new IllegalStateException(
          "The private key file \"" + path + "\" of VONAGE_PRIVATE_KEY_PATH cannot be read ("
              + e.getClass().getSimpleName()
              + "). Check that it exists and that this user may read it.",
          e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          (path.isBlank() ? "VONAGE_PRIVATE_KEY" : "The file of VONAGE_PRIVATE_KEY_PATH")
              + " holds no RSA private key in PEM form.",
          e);
    }
  }

  private static URI host(String text) {
    try {
      return URI.create(text.trim());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "VONAGE_API_HOST is \"" + text + "\"; write a URL like " + PLATFORM + ".", e);
    }
  }
}
