package dev.switchboard.provisioning;

import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Route;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.ncco.Finding;
import dev.switchboard.webhooks.ncco.NccoChecker;
import dev.switchboard.webhooks.signing.WebhookSigner;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Plays the platform towards an app's URLs, one webhook each, and judges the answers as the platform does. */
final class Verifier {
  /** Tells a handler that no call and no message is behind the request. */
  static final String HEADER = "Switchboard-Verification";

  /** Where the application holds no time-outs: what general webhooks are given (messages-webhooks.md section 1). */
  private static final Duration OTHER_CONNECT = Duration.ofSeconds(3);

  private static final Duration OTHER_ANSWER = Duration.ofSeconds(15);
  private static final int MOST_BYTES = 1024 * 1024;

  private final DeploymentContext deployment;
  private final Optional<String> application;
  private final Map<Duration, HttpClient> clients = new HashMap<>();

  Verifier(DeploymentContext deployment, Optional<String> application) {
    this.deployment = deployment;
    this.application = application;
  }

  Verification run(ProgressListener listener) {
    Optional<WebhookSigner> signer = signer();
    SyntheticWebhooks webhooks =
        new SyntheticWebhooks(deployment.clock().instant(), text("messages", "version", "v1"));
    List<Verification.Result> results = new ArrayList<>();
    for (Route route : deployment.manifest().routes()) {
      if (route.kind().equals("websocket")) {
        continue; // It answers no request; a call shows whether it opens.
      }
      Step step = new Step(
          "verify:" + route.capability().map(c -> c + ".").orElse("") + route.kind() + ":"
              + route.path(),
          "verify " + route.method() + " " + route.path());
      listener.started(step);
      Verification.Result result = one(route, webhooks, signer);
      results.add(result);
      if (result.passed()) {
        listener.finished(step, result.latency());
      } else {
        listener.failed(
            step,
            new ProvisioningException(
                Failure.VERIFICATION,
                String.join(" ", result.problems()),
                "Look at the app's own log."));
      }
    }
    return new Verification(results);
  }

  private Optional<WebhookSigner> signer() {
    boolean signed = deployment.manifest().routes().stream().anyMatch(this::signed);
    Optional<String> secret = deployment.signatureSecret();
    if (signed && secret.isEmpty()) {
      throw new ProvisioningException(
          Failure.CREDENTIALS,
          "There is no signature secret, and the app takes signed webhooks only.",
          "Set VONAGE_SIGNATURE_SECRET to that of the account's dashboard.");
    }
    return secret.map(text -> {
      WebhookSigner signer = WebhookSigner.of(text)
          .clock(deployment.clock())
          .apiKey(deployment.account().apiKey());
      return application.map(signer::applicationId).orElse(signer);
    });
  }

  /** As the platform does: messages always, voice and what NCCOs refer to by the flag of voice, rtc by its own. */
  private boolean signed(Route route) {
    String capability = route.capability().orElse("voice");
    return capability.equals("messages")
        || ((capability.equals("voice") || capability.equals("rtc"))
            && setting(capability, "signed_callbacks").equals(Optional.of(true)));
  }

  private Optional<Object> setting(String capability, String name) {
    return deployment.manifest().application().capabilities().stream()
        .filter(one -> one.name().equals(capability))
        .map(Capability::settings)
        .flatMap(settings -> Optional.ofNullable(settings.get(name)).stream())
        .findFirst();
  }

  private String text(String capability, String name, String otherwise) {
    return setting(capability, name)
        .filter(String.class::isInstance)
        .map(Object::toString)
        .orElse(otherwise);
  }

  private Verification.Result one(
      Route route, SyntheticWebhooks webhooks, Optional<WebhookSigner> signer) {
    URI address = URI.create(deployment.bindings().address(route.path()));
    WebhookRequest request = request(route, address, webhooks.fields(route));
    if (signed(route)) {
      request = signer.orElseThrow().sign(request);
    }
    Limits limits = limits(route);
    long from = System.nanoTime();
    List<String> problems = new ArrayList<>();
    OptionalInt status = OptionalInt.empty();
    try {
      HttpResponse<InputStream> response = client(limits.connect())
          .send(http(request, address, limits), HttpResponse.BodyHandlers.ofInputStream());
      byte[] body;
      try (InputStream in = response.body()) {
        body = in.readNBytes(MOST_BYTES + 1);
      }
      status = OptionalInt.of(response.statusCode());
      judge(route, response, body, problems);
    } catch (HttpTimeoutException e) {
      problems.add("It did not answer within " + limits.whole().toMillis() + " ms.");
    } catch (IOException e) {
      // The type says enough; a message may quote the answer.
      problems.add("It could not be reached (" + e.getClass().getSimpleName() + ").");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problems.add("It was interrupted.");
    }
    Duration latency = Duration.ofNanos(System.nanoTime() - from);
    if (status.isPresent() && latency.compareTo(limits.whole()) > 0) {
      problems.add("It took " + latency.toMillis() + " ms, and the platform gives up after "
          + limits.whole().toMillis() + ".");
    }
    return new Verification.Result(
        route.capability().orElse(""),
        route.kind(),
        route.method(),
        address,
        status,
        latency,
        limits.whole(),
        problems);
  }

  /** The platform speaks HTTP/1.1, and connects within a time of its own. */
  private HttpClient client(Duration connect) {
    return clients.computeIfAbsent(
        connect,
        time -> HttpClient.newBuilder()
            .connectTimeout(time)
            .version(HttpClient.Version.HTTP_1_1)
            .build());
  }

  private static WebhookRequest request(Route route, URI address, Map<String, Object> fields) {
    String path = address.getRawPath();
    if (route.method().equals("GET")) {
      Map<String, String> query = new LinkedHashMap<>();
      fields.forEach((name, value) ->
          query.put(name, value instanceof Json json ? json.write() : value.toString()));
      return WebhookRequest.get(path, query);
    }
    return WebhookRequest.post(path, Json.of(fields).write());
  }

  private static HttpRequest http(WebhookRequest request, URI address, Limits limits) {
    URI target = request.query().isEmpty() ? address : URI.create(address + "?" + request.query());
    HttpRequest.Builder http = HttpRequest.newBuilder(target)
        .timeout(limits.whole())
        .header(HEADER, "1")
        .header("Accept", "application/json")
        .method(
            request.method(),
            request.method().equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(request.body()));
    request.header("Authorization").ifPresent(token -> http.header("Authorization", token));
    request.header("Content-Type").ifPresent(type -> http.header("Content-Type", type));
    return http.build();
  }

  private record Limits(Duration connect, Duration answer) {
    Duration whole() {
      return connect.plus(answer);
    }
  }

  private Limits limits(Route route) {
    Optional<UrlKind> kind = route
        .capability()
        .flatMap(capability -> UrlKind.of(capability, route.kind()))
        .or(() -> route.capability().isEmpty() ? Optional.of(UrlKind.EVENT) : Optional.empty())
        .filter(UrlKind::timed);
    return kind.map(timed -> new Limits(
            time(route, "connect_timeout", UrlKind.LONGEST_CONNECT),
            time(route, "socket_timeout", timed.longestSocket())))
        .orElse(new Limits(OTHER_CONNECT, OTHER_ANSWER));
  }

  private Duration time(Route route, String option, int otherwise) {
    return Duration.ofMillis(deployment.manifest().application().capabilities().stream()
        .filter(one -> route.capability().equals(Optional.of(one.name())))
        .flatMap(one -> one.webhooks().stream())
        .filter(webhook -> webhook.kind().equals(route.kind()))
        .flatMap(webhook -> Optional.ofNullable(webhook.options().get(option)).stream())
        .filter(Number.class::isInstance)
        .mapToLong(number -> ((Number) number).longValue())
        .findFirst()
        .orElse(otherwise));
  }

  private static void judge(
      Route route, HttpResponse<InputStream> response, byte[] body, List<String> problems) {
    boolean owes = route.kind().equals("answer_url") || route.kind().equals("fallback_answer_url");
    int status = response.statusCode();
    if (owes ? status != 200 : status < 200 || status > 205) {
      problems.add(
          "It answered " + status + (owes ? ", not 200." : ", and not 200 to 205.") + hint(status));
      return;
    }
    if (body.length > MOST_BYTES) {
      problems.add("It answered with more than " + MOST_BYTES + " bytes.");
      return;
    }
    String type = response.headers().firstValue("Content-Type").orElse("");
    boolean voice = owes || route.kind().equals("callback") || isVoiceEvent(route);
    if (body.length == 0 || !(owes || (voice && type.contains("json")))) {
      if (owes) {
        problems.add("It answered without an NCCO.");
      }
      return;
    }
    if (type.contains("html") || type.contains("xml")) {
      problems.add("It answered with another type than application/json.");
      return;
    }
    ncco(body, owes, problems);
  }

  private static boolean isVoiceEvent(Route route) {
    return route.capability().equals(Optional.of("voice")) && route.kind().equals("event_url");
  }

  private static void ncco(byte[] body, boolean owes, List<String> problems) {
    Json ncco;
    try {
      ncco = Json.parse(new String(body, StandardCharsets.UTF_8));
    } catch (JsonException e) {
      problems.add("It answered with something that is not JSON.");
      return;
    }
    if (!owes && !ncco.isArray()) {
      return;
    }
    NccoChecker.check(ncco).stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .forEach(finding -> problems.add("NCCO " + finding.pointer() + ": " + finding.message()));
  }

  private static String hint(int status) {
    return switch (status) {
      case 401, 403 -> " The app's signature secret or its clock may be another one.";
      case 404, 405 -> " Another version of the app, or another path before it, may be deployed.";
      default -> status >= 300 && status < 400 ? " The platform is not known to follow." : "";
    };
  }
}
