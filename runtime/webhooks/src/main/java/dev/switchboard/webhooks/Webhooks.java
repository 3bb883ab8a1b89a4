package dev.switchboard.webhooks;

import dev.switchboard.webhooks.WebhookObserver.Answered;
import dev.switchboard.webhooks.WebhookObserver.Outcome;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.signing.Verification;
import dev.switchboard.webhooks.signing.WebhookVerifier;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The engine that every server adapter calls: match, verify, parse, dispatch, write. It answers every request and never throws for what
 * came over the wire. Safe for use by many threads.
 *
 * <p>What the platform gets: 200 with an NCCO, 204 for handled, 400 for a body that is not JSON, 401 for a wrong signature, 404 and 405
 * for a URL or method nobody serves, 413, 415, 500 with an opaque id for a handler's exception, and 503 for a handler that is late where
 * the platform then asks again.
 *
 * <p>Each is one line of the {@link System.Logger} named as this class: app, kind of webhook, outcome, status and microseconds; of level
 * {@code DEBUG} where it went well, {@code INFO} where not. It shows no number and no text.
 */
public final class Webhooks {
  /** The contract between generated routers and this library. See {@link WebhookRouter#contract}. */
  static final int CONTRACT = 2;

  private static final Logger LOG = System.getLogger(Webhooks.class.getName());
  private static final Object LATE = new Object();
  private static final Object NOTHING = new Object();

  private final WebhookSettings settings;
  private final RouteTable routes;
  private final WebhookVerifier verifier;
  private final CallStates callStates;
  private final NccoGate gate;
  private final Replays replays;
  private final Set<String> reportedUnhandled = ConcurrentHashMap.newKeySet();

  private Webhooks(WebhookSettings settings, RouteTable routes) {
    this.settings = settings;
    this.routes = routes;
    this.callStates = settings.callStates();
    this.gate = new NccoGate(settings);
    this.replays = new Replays(settings.replayGuard());
    WebhookVerifier whole = WebhookVerifier.of(settings.secrets(), settings.clock());
    this.verifier = settings.checksHashOfGet() ? whole : whole.ignoringHashOfGet();
  }

  /**
   * An engine for apps in one environment.
   *
   * @throws IllegalStateException where a URL is signed and there is no signature secret, unless the settings are
   *     {@linkplain WebhookSettings#insecure() insecure}
   * @throws IllegalArgumentException where two apps claim one URL, or a router was generated for another release
   */
  public static Webhooks of(WebhookSettings settings, WebhookRouter... routers) {
    RouteTable routes = RouteTable.of(settings.baseUrl(), routers);
    if (!settings.isInsecure() && settings.secrets().isEmpty()) {
      routes.all().stream().filter(entry -> entry.route().signed()).findFirst().ifPresent(entry -> {
        throw new IllegalStateException("The platform signs " + entry.route().path() + " of "
            + entry.router().app()
            + ", and there is no signature secret to check it with. Set VONAGE_SIGNATURE_SECRET to the secret of your account, or say"
            + " insecure() (SWITCHBOARD_INSECURE=true) to take webhooks from anybody.");
      });
    }
    return new Webhooks(settings, routes);
  }

  /** The settings it serves by. */
  public WebhookSettings settings() {
    return settings;
  }

  /** One line for each URL, sorted: method, path, kind, app, and whether its signature is checked. For start-up logs. */
  public List<String> describe() {
    return routes.all().stream()
        .map(entry -> String.format(
            "%-4s %s  %s of %s, %s",
            entry.route().method(),
            entry.route().path(),
            entry.route().kind(),
            entry.router().app(),
            checked(entry.route()) ? "signed" : "NOT signed"))
        .sorted()
        .toList();
  }

  /**
   * Serves one request.
   *
   * @return the answer, at once or when the handler's stage is complete; never completes exceptionally
   */
  public CompletionStage<WebhookResponse> handle(WebhookRequest request) {
    long start = System.nanoTime();
    List<RouteTable.Entry> here = routes.at(request.path());
    if (here == null) {
      return answer(null, Outcome.MALFORMED, WebhookResponse.empty(404), start);
    }
    RouteTable.Entry entry = null;
    for (RouteTable.Entry candidate : here) {
      if (candidate.route().method().equals(request.method())) {
        entry = candidate;
      }
    }
    if (entry == null) {
      String allowed =
          here.stream().map(e -> e.route().method()).sorted().collect(Collectors.joining(", "));
      return answer(
          here.get(0),
          Outcome.MALFORMED,
          WebhookResponse.empty(405).withHeader("Allow", allowed),
          start);
    }
    if (entry.route().opensWebsocket()) {
      // Whatever asked for it, it asked no server that opens websockets.
      WebhookResponse upgrade = WebhookResponse.empty(426).withHeader("Upgrade", "websocket");
      return answer(entry, Outcome.MALFORMED, upgrade, start);
    }
    try {
      return serve(entry, request.servedWith(callStates), start);
    } catch (JsonException e) {
      return answer(entry, Outcome.MALFORMED, Problems.malformed(e), start);
    } catch (
        Throwable
            e) { // errors too: a stack that overflows is this webhook's end, not the process's
      return failure(entry, e, start);
    }
  }

  /**
   * Judges a request to open a websocket, as a server that can open one does before it does. A token that opened one opens no other.
   *
   * @return what to open it for, or the answer that refuses it; never throws for what came over the wire
   */
  public AudioOpening openAudio(WebhookRequest handshake) {
    long start = System.nanoTime();
    RouteTable.Entry entry = routes.websocketAt(handshake.path());
    if (entry == null) {
      return refused(null, Outcome.MALFORMED, WebhookResponse.empty(404), start);
    }
    try {
      List<String> ids = List.of();
      if (checked(entry.route())) {
        Verification verification =
            verifier.verify(handshake, entry.route().routeKind().signing().freshness());
        if (verification instanceof Verification.Refused refused) {
          return refused(entry, Outcome.REFUSED, Problems.refused(refused.reason()), start);
        }
        ids = Replays.ids(entry.route(), ((Verification.Accepted) verification).token());
        if (replays.isAnyUsed(ids)) {
          return refused(entry, Outcome.REPEATED, WebhookResponse.empty(401), start);
        }
      }
      replays.remember(entry.route(), ids);
      answer(entry, Outcome.HANDLED, WebhookResponse.empty(101), start);
      return AudioOpening.of(new AudioSession(entry, handshake.servedWith(callStates)));
    } catch (Throwable error) { // errors too, as above
      return refused(entry, Outcome.FAILED, Failures.response(entry, error), start);
    }
  }

  private AudioOpening refused(
      RouteTable.@Nullable Entry entry, Outcome outcome, WebhookResponse response, long start) {
    answer(entry, outcome, response, start);
    return AudioOpening.refused(response);
  }

  /** Whether any of its URLs is a websocket, which not every server can open. */
  public boolean opensWebsockets() {
    return routes.all().stream().anyMatch(entry -> entry.route().opensWebsocket());
  }

  private CompletionStage<WebhookResponse> serve(
      RouteTable.Entry entry, WebhookRequest request, long start) throws Exception {
    Route<?> route = entry.route();
    if (request.length() > settings.maxBodyBytes()) {
      return answer(entry, Outcome.MALFORMED, WebhookResponse.empty(413), start);
    }
    List<String> ids = List.of();
    if (checked(route)) {
      Verification verification =
          verifier.verify(request, route.routeKind().signing().freshness());
      if (verification instanceof Verification.Refused refused) {
        return answer(entry, Outcome.REFUSED, Problems.refused(refused.reason()), start);
      }
      ids = Replays.ids(route, ((Verification.Accepted) verification).token());
      if (replays.isAnyUsed(ids)) {
        return answer(entry, Outcome.REPEATED, WebhookResponse.noContent(), start);
      }
    }
    if (request.method().equals("POST")) {
      String type = request.mediaType();
      if (!type.isEmpty() && !type.equals("application/json") && !type.endsWith("+json")) {
        return answer(
            entry,
            Outcome.MALFORMED,
            WebhookResponse.empty(415).withHeader("Accept", "application/json"),
            start);
      }
    }
    if (!request.json().isObject()) {
      return answer(entry, Outcome.MALFORMED, Problems.notAnObject(), start);
    }
    Reply reply;
    try {
      reply = entry.router().dispatch(route, request);
    } catch (JsonException e) {
      return failure(entry, e, start);
    }
    return reply(entry, reply, ids, start);
  }

  /** What a handler threw. A field that the platform always sends and did not is no fault of the app's. */
  private CompletionStage<WebhookResponse> failure(
      RouteTable.Entry entry, Throwable error, long start) {
    return error instanceof JsonException json && json.isOfMissing()
        ? answer(entry, Outcome.MALFORMED, Problems.malformed(json), start)
        : answer(entry, Outcome.FAILED, Failures.response(entry, error), start);
  }

  private CompletionStage<WebhookResponse> reply(
      RouteTable.Entry entry, Reply reply, List<String> ids, long start) {
    Payload unhandled = reply.unhandledPayload();
    if (unhandled != null) {
      if (reportedUnhandled.add(entry.router().app() + unhandled.getClass().getName())) {
        LOG.log(
            Level.WARNING,
            "No method of {0} takes {1} at {2}; it is answered as handled.",
            entry.router().app(),
            unhandled.getClass().getSimpleName(),
            entry.route().path());
      }
      return success(entry, Outcome.UNHANDLED, null, ids, start);
    }
    CompletionStage<?> later = reply.later();
    if (later == null) {
      return success(entry, Outcome.HANDLED, reply.nccoNow(), ids, start);
    }
    CompletableFuture<Object> result = new CompletableFuture<>();
    later.whenComplete((value, error) -> {
      boolean inTime = error == null
          ? result.complete(value == null ? NOTHING : value)
          : result.completeExceptionally(error);
      if (!inTime) {
        Failures.late(entry, error, start);
      }
    });
    Duration left = entry
        .route()
        .socketTimeout()
        .minus(settings.deadlineMargin())
        .minusNanos(System.nanoTime() - start);
    return result
        .completeOnTimeout(LATE, Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS)
        .handle((value, error) -> settle(entry, value, error, ids, start))
        .thenCompose(stage -> stage);
  }

  private CompletionStage<WebhookResponse> settle(
      RouteTable.Entry entry,
      @Nullable Object value,
      @Nullable Throwable error,
      List<String> ids,
      long start) {
    if (error != null) {
      Throwable cause = error instanceof CompletionException && error.getCause() != null
          ? error.getCause()
          : error;
      return failure(entry, cause, start);
    }
    if (value != LATE) {
      return success(entry, Outcome.HANDLED, value instanceof Ncco ncco ? ncco : null, ids, start);
    }
    boolean asksAgain = entry.route().asksAgain();
    LOG.log(
        Level.WARNING,
        "The handler of {0} at {1} was not done before the platform''s time-out; {2}.",
        entry.router().app(),
        entry.route().path(),
        asksAgain
            ? "answered 503, so that it asks again"
            : "acknowledged, and the handler runs on");
    if (asksAgain) {
      return answer(entry, Outcome.LATE, WebhookResponse.empty(503), start);
    }
    replays.remember(entry.route(), ids);
    return answer(entry, Outcome.LATE, WebhookResponse.noContent(), start);
  }

  private CompletionStage<WebhookResponse> success(
      RouteTable.Entry entry, Outcome outcome, @Nullable Ncco ncco, List<String> ids, long start) {
    WebhookResponse response = WebhookResponse.noContent();
    try {
      if (ncco != null) {
        WebhookResponse refusal = gate.refusal(entry, ncco);
        if (refusal != null) {
          return answer(entry, Outcome.FAILED, refusal, start);
        }
        response =
            WebhookResponse.owning(200, "application/json", ncco.writeBytes(settings.baseUrl()));
      }
    } catch (RuntimeException e) {
      return failure(entry, e, start);
    }
    replays.remember(entry.route(), ids);
    return answer(entry, outcome, response, start);
  }

  private boolean checked(Route<?> route) {
    return route.signed() && !settings.isInsecure();
  }

  /** Its line is for who asks for it: written to a console it costs more than the webhook itself. */
  private static boolean wentWell(Outcome outcome) {
    return switch (outcome) {
      case HANDLED, UNHANDLED, REPEATED -> true;
      case LATE, FAILED, REFUSED, MALFORMED -> false;
    };
  }

  private CompletionStage<WebhookResponse> answer(
      RouteTable.@Nullable Entry entry, Outcome outcome, WebhookResponse response, long start) {
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    String app = entry == null ? "" : entry.router().app();
    String kind = entry == null ? "" : entry.route().kind();
    Level level = wentWell(outcome) ? Level.DEBUG : Level.INFO;
    if (LOG.isLoggable(level)) {
      LOG.log(
          level,
          "webhook app=" + app + " kind=" + kind + " outcome=" + outcome + " status="
              + response.status() + " micros=" + time.toNanos() / 1000);
    }
    try {
      settings.observer().answered(new Answered(app, kind, outcome, response.status(), time));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The webhook observer failed.", e);
    }
    return CompletableFuture.completedFuture(response);
  }
}
