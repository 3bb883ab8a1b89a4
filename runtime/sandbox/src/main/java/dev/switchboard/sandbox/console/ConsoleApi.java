package dev.switchboard.sandbox.console;

import dev.switchboard.sandbox.account.Account;
import dev.switchboard.sandbox.delivery.Attempts;
import dev.switchboard.sandbox.delivery.Attempts.Attempt;
import dev.switchboard.sandbox.delivery.Deliveries;
import dev.switchboard.sandbox.project.Projects;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.web.Api;
import dev.switchboard.sandbox.web.ApiRequest;
import dev.switchboard.sandbox.web.ApiResponse;
import dev.switchboard.sandbox.web.Problems;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the console's page reads and does, below {@code /console/api}; every request shows the token that the page's address
 * carried. The platform's APIs and the control API are reached through it ({@code /console/api/platform}, {@code
 * /console/api/control}), so that the page never holds the account's secret.
 */
public final class ConsoleApi implements Api {
  private static final String ROOT = "/console/api";
  private static final String PLATFORM = ROOT + "/platform/";
  private static final String CONTROL = ROOT + "/control";

  /** Attempts in one event of the stream: a page draws them in one go. */
  private static final int BATCH = 500;

  /** A silent stream says something this often, so that a reader that is gone is noticed. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final Loop loop;
  private final Account account;
  private final Deliveries deliveries;
  private final Attempts attempts;
  private final CallFlow flow;
  private final Projects projects;
  private final List<Api> platform;
  private final Api control;
  private final byte[] token;

  /**
   * The API over a running sandbox.
   *
   * @param platform the APIs of the account's owner
   * @param token what a request has to show
   */
  public ConsoleApi(
      Loop loop,
      Account account,
      Deliveries deliveries,
      CallFlow flow,
      Projects projects,
      List<Api> platform,
      Api control,
      String token) {
    this.loop = loop;
    this.account = account;
    this.deliveries = deliveries;
    this.attempts = deliveries.attempts();
    this.flow = flow;
    this.projects = projects;
    this.platform = List.copyOf(platform);
    this.control = control;
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean owns(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  @Override
  public ApiResponse serve(ApiRequest request) {
    byte[] shown = request.bearer().orElse("").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(token, shown)) {
      throw Problems.of(
          401,
          "about:blank",
          "Unauthorized",
          "Open the address that the sandbox printed; its token lets you in.");
    }
    String path = request.path();
    if (path.startsWith(PLATFORM)) {
      return platform(request, "/" + path.substring(PLATFORM.length()));
    }
    if (path.equals(CONTROL) || path.startsWith(CONTROL + "/")) {
      return control.serve(at(request, "/sandbox" + path.substring(CONTROL.length())));
    }
    List<String> rest = request.segments().subList(2, request.segments().size());
    String what = request.method() + " " + String.join("/", rest);
    if (what.equals("GET flow")) {
      return ApiResponse.json(200, flow.toJson());
    }
    if (what.equals("GET projects")) {
      return ApiResponse.json(200, loop.call(projects::toJson));
    }
    if (what.equals("GET webhooks")) {
      return stream(number(request.query().getOrDefault("after", "0")));
    }
    if (what.equals("POST webhooks/replay")) {
      attempts.ended(Attempts.KEPT).forEach(this::replay);
      return ApiResponse.empty(202);
    }
    if (rest.size() >= 2 && rest.get(0).equals("webhooks")) {
      Attempt attempt = attempts
          .find(number(rest.get(1)))
          .orElseThrow(() -> Problems.notFound("Webhook", rest.get(1)));
      if (request.method().equals("GET") && rest.size() == 2) {
        return ApiResponse.json(
            200, AttemptView.whole(attempt).with("handlers", handlers(attempt)));
      }
      if (what.endsWith("/replay") && request.method().equals("POST") && rest.size() == 3) {
        replay(attempt);
        return ApiResponse.empty(202);
      }
    }
    throw Problems.notFound("Path", request.method() + " " + path);
  }

  private Json handlers(Attempt attempt) {
    String path = CallFlow.path(attempt.step().url());
    return Json.array(loop.call(() -> projects.handlers(attempt.outgoing().applicationId(), path)));
  }

  /** The same webhook to the same place, freshly signed; nothing follows from its answer. */
  private void replay(Attempt attempt) {
    loop.execute(() -> deliveries.replay(attempt));
  }

  private ApiResponse platform(ApiRequest request, String path) {
    String pair = account.apiKey() + ":" + account.apiSecret();
    Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
    headers.put(
        "authorization",
        List.of(
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
    ApiRequest owner =
        new ApiRequest(request.method(), path, request.query(), headers, request.body());
    return platform.stream()
        .filter(api -> api.owns(path))
        .findFirst()
        .orElseThrow(() -> Problems.notFound("Path", path))
        .serve(owner);
  }

  private static ApiRequest at(ApiRequest request, String path) {
    return new ApiRequest(
        request.method(), path, request.query(), request.headers(), request.body());
  }

  private ApiResponse stream(long after) {
    return ApiResponse.stream("text/event-stream", body -> {
      try {
        follow(after, body);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private void follow(long after, OutputStream body) throws IOException, InterruptedException {
    long version = after;
    boolean first = true;
    while (!attempts.isClosed()) {
      Attempts.Changes changes = attempts.since(version, BATCH, first ? Duration.ZERO : HEARTBEAT);
      version = changes.version();
      List<Json> views = changes.attempts().stream().map(AttemptView::line).toList();
      Json data = Json.object("complete", changes.complete(), "attempts", Json.array(views));
      String event = views.isEmpty() && !first
          ? ": still here\n\n"
          : "id: " + version + "\ndata: " + data.write() + "\n\n";
      first = false;
      body.write(event.getBytes(StandardCharsets.UTF_8));
      body.flush();
    }
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException malformed) {
      throw Problems.of(400, "about:blank", "Bad Request", "\"" + text + "\" is no number.");
    }
  }
}
