package dev.switchboard.server;

import dev.switchboard.webhooks.WebhookSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the embedded server listens and how it serves. Immutable: each method gives a changed copy. */
public final class ServerSettings {
  private static final int DEFAULT_PORT = 8080;

  private final String host;
  private final int port;
  private final Optional<URI> baseUrl;
  private final UnaryOperator<WebhookSettings> webhooks;
  private final Duration grace;

  private ServerSettings(
      String host,
      int port,
      Optional<URI> baseUrl,
      UnaryOperator<WebhookSettings> webhooks,
      Duration grace) {
    this.host = host;
    this.port = port;
    this.baseUrl = baseUrl;
    this.webhooks = webhooks;
    this.grace = grace;
  }

  /** Loopback, port 8080, the base URL that follows from them, webhooks with their defaults. */
  public static ServerSettings defaults() {
    return new ServerSettings(
        "127.0.0.1",
        DEFAULT_PORT,
        Optional.empty(),
        UnaryOperator.identity(),
        Duration.ofSeconds(15));
  }

  /**
   * What environment variables say; each may be absent.
   *
   * <ul>
   *   <li>{@code SWITCHBOARD_BASE_URL}: where the platform reaches the app; by default the address it listens on
   *   <li>{@code SWITCHBOARD_HOST}: the address to listen on; by default {@code 127.0.0.1}; {@code 0.0.0.0} inside a container
   *   <li>{@code PORT}: the port to listen on, 0 for any free one; by default 8080
   *   <li>{@code VONAGE_SIGNATURE_SECRET}: the account's signature secret
   *   <li>{@code SWITCHBOARD_INSECURE}: {@code true} takes webhooks from anybody
   * </ul>
   *
   * @throws ServerException for a value that cannot be read; the message names the variable and never its secret
   */
  public static ServerSettings fromEnvironment(Map<String, String> environment) {
    ServerSettings settings = defaults();
    String host = environment.getOrDefault("SWITCHBOARD_HOST", "");
    String port = environment.getOrDefault("PORT", "");
    String baseUrl = environment.getOrDefault("SWITCHBOARD_BASE_URL", "");
    String secret = environment.getOrDefault("VONAGE_SIGNATURE_SECRET", "");
    String insecure = environment.getOrDefault("SWITCHBOARD_INSECURE", "");
    if (!host.isBlank()) {
      settings = settings.host(host);
    }
    if (!port.isBlank()) {
      settings = settings.port(number(port));
    }
    if (!baseUrl.isBlank()) {
      settings = settings.baseUrl(url(baseUrl));
    }
    if (!secret.isEmpty()) {
      settings = settings.webhooks(webhooks -> webhooks.secret(secret));
    }
    return switch (insecure) {
      case "", "false" -> settings;
      case "true" -> settings.webhooks(WebhookSettings::insecure);
      default ->
        throw new ServerException(
            "SWITCHBOARD_INSECURE is \"" + insecure + "\"; write true or false.");
    };
  }

  /** The address to listen on: a name or a number of this machine. */
  public ServerSettings host(String address) {
    return new ServerSettings(Objects.requireNonNull(address), port, baseUrl, webhooks, grace);
  }

  /**
   * The port to listen on; 0 takes any free one.
   *
   * @throws ServerException for a number outside of 0 to 65535
   */
  public ServerSettings port(int number) {
    if (number < 0 || number > 65_535) {
      throw new ServerException("The port " + number + " is not between 0 and 65535.");
    }
    return new ServerSettings(host, number, baseUrl, webhooks, grace);
  }

  /** Where the platform reaches the app; by default the address it listens on. */
  public ServerSettings baseUrl(URI url) {
    return new ServerSettings(host, port, Optional.of(url), webhooks, grace);
  }

  /** A further change to the settings of the engine, for instance {@code s -> s.secret(secret)}; changes add up. */
  public ServerSettings webhooks(UnaryOperator<WebhookSettings> change) {
    UnaryOperator<WebhookSettings> before = webhooks;
    return new ServerSettings(
        host, port, baseUrl, settings -> change.apply(before.apply(settings)), grace);
  }

  /**
   * How long {@link Server#close} waits for webhooks in flight. 15 seconds by default, the longest read time-out of the platform.
   *
   * @throws ServerException for a negative duration
   */
  public ServerSettings grace(Duration time) {
    if (time.isNegative()) {
      throw new ServerException("The time to finish webhooks in flight cannot be negative.");
    }
    return new ServerSettings(host, port, baseUrl, webhooks, time);
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  Duration grace() {
    return grace;
  }

  /** The settings of the engine, now that it is known where the server listens. */
  WebhookSettings webhooks(URI listening) {
    return webhooks.apply(WebhookSettings.of(baseUrl.orElse(listening)));
  }

  private static int number(String port) {
    try {
      return Integer.parseInt(port.trim());
    } catch (NumberFormatException e) {
      throw new ServerException("PORT is \"" + port + "\"; write a number between 0 and 65535.", e);
    }
  }

  private static URI url(String text) {
    try {
      return WebhookSettings.of(URI.create(text.trim())).baseUrl();
    } catch (IllegalArgumentException e) {
      throw new ServerException(
          "SWITCHBOARD_BASE_URL is \"" + text + "\"; write a URL like https://pizza.example.", e);
    }
  }
}
