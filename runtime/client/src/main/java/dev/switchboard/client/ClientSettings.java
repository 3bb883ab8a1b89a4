package dev.switchboard.client;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.ncco.Finding;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.signing.ApiTokens;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which application a client speaks for, and where the platform is. Immutable; {@link #toString} shows no key. */
public final class ClientSettings {
  /** The platform's host for messages and calls. */
  public static final URI PLATFORM = URI.create("https://api.nexmo.com");

  /** Stands where no base URL is known, to see whether one is needed. */
  private static final URI NOWHERE = URI.create("http://base-url.invalid");

  private final String applicationId;
  private final PrivateKey key;
  private final URI apiHost;
  private final Duration timeout;
  private final Optional<URI> baseUrl;

  private ClientSettings(
      String applicationId, PrivateKey key, URI apiHost, Duration timeout, Optional<URI> baseUrl) {
    this.applicationId = applicationId;
    this.key = key;
    this.apiHost = apiHost;
    this.timeout = timeout;
    this.baseUrl = baseUrl;
  }

  /** Settings for an application on the platform. */
  public static ClientSettings of(String applicationId, PrivateKey key) {
    return new ClientSettings(
        Objects.requireNonNull(applicationId),
        Objects.requireNonNull(key),
        PLATFORM,
        Duration.ofSeconds(15),
        Optional.empty());
  }

  /**
   * What environment variables say.
   *
   * <ul>
   *   <li>{@code VONAGE_APPLICATION_ID}: the application
   *   <li>{@code VONAGE_PRIVATE_KEY_PATH}: the file with its private key, PEM; or {@code VONAGE_PRIVATE_KEY}: the PEM itself
   *   <li>{@code VONAGE_API_HOST}: optional; another host than the platform's, such as a sandbox's
   *   <li>{@code SWITCHBOARD_BASE_URL}: optional; where the platform reaches the app, for routes and NCCOs with paths
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
    if (!host.isBlank()) {
      settings = settings.apiHost(host("VONAGE_API_HOST", host));
    }
    String base = environment.getOrDefault("SWITCHBOARD_BASE_URL", "");
    return base.isBlank() ? settings : settings.baseUrl(host("SWITCHBOARD_BASE_URL", base));
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
    return new ClientSettings(applicationId, key, host, timeout, baseUrl);
  }

  /**
   * Where the platform reaches the app: what a {@link dev.switchboard.webhooks.Route} and the paths in an NCCO are below. Not
   * known by default; a client that uses neither needs none.
   *
   * @throws IllegalArgumentException for anything but an http or https URL with a host
   */
  public ClientSettings baseUrl(URI url) {
    String scheme = String.valueOf(url.getScheme());
    if (url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException(
          "The base URL \"" + url + "\" is not like https://pizza.example.");
    }
    return new ClientSettings(applicationId, key, apiHost, timeout, Optional.of(url));
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
    return new ClientSettings(applicationId, key, apiHost, longest, baseUrl);
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

  /** A route's URL. */
  String absolute(Route<?> route) {
    return absolute(route.target());
  }

  private String absolute(String url) {
    return url.startsWith("/") ? withoutSlash(base()) + url : url;
  }

  /**
   * The NCCO as the platform gets it.
   *
   * @throws IllegalArgumentException where the platform would refuse it
   */
  Json absolute(Ncco ncco) {
    List<String> wrong = ncco.check().stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .map(Finding::toString)
        .toList();
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          "The platform would refuse this NCCO:\n  " + String.join("\n  ", wrong));
    }
    return complete(ncco);
  }

  private Json complete(Ncco ncco) {
    String text = ncco.write(baseUrl.orElse(NOWHERE));
    if (baseUrl.isEmpty() && text.contains(NOWHERE.getHost())) {
      base();
    }
    return Json.parse(text);
  }

  /** The body of a call. */
  Json absolute(OutboundCall call) {
    Json body = call.json();
    for (String option : List.of("answer_url", "event_url")) {
      Optional<String> url = body.get(option).get(0).text();
      if (url.isPresent()) {
        body = body.with(option, List.of(absolute(url.get())));
      }
    }
    if (body.has("ncco")) {
      body = body.with("ncco", absolute(Ncco.read(body.get("ncco"))));
    }
    // An endpoint has URLs of its own, which an action knows how to complete.
    Json connect = Json.object("action", "connect", "endpoint", body.get("to"));
    return body.with(
        "to", complete(Ncco.read(Json.array(List.of(connect)))).get(0).get("endpoint"));
  }

  /** The body of a message. */
  Json absolute(OutboundMessage message) {
    Json body = message.json();
    Optional<String> url = body.text("webhook_url");
    return url.isPresent() ? body.with("webhook_url", absolute(url.get())) : body;
  }

  private URI base() {
    return baseUrl.orElseThrow(() -> new IllegalStateException(
        "A route or a path has to become a URL, and the client knows no base URL. Give it one with"
            + " ClientSettings.baseUrl or SWITCHBOARD_BASE_URL."));
  }

  /** Whether a host may be shown a token: the settings' own, or one of the platform's. */
  static boolean isPlatform(URI host, URI own) {
    String name = String.valueOf(host.getHost());
    return host.equals(own)
        || ("https".equals(host.getScheme())
            && (name.endsWith(".nexmo.com") || name.endsWith(".vonage.com")));
  }

  static String withoutSlash(URI url) {
    String text = url.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
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

  private static URI host(String variable, String text) {
    try {
      return URI.create(text.trim());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          variable + " is \"" + text + "\"; write a URL like " + PLATFORM + ".", e);
    }
  }
}
