package dev.switchboard.observability;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A router whose handlers run inside OpenTelemetry spans.
 *
 * <p>All webhooks of one call are in one trace, whichever copy of the app serves them: the platform sends no trace context, so the trace id
 * follows from {@code conversation_uuid} (or {@code uuid}, {@code call_uuid}; of messages {@code message_uuid}) by SHA-256. A span is named
 * after the kind of webhook and carries {@code switchboard.app}, {@code switchboard.kind} and the route; never a number, a header or a body,
 * and of an exception its class alone. It ends when the handler, or the stage it returned, is done. Where a server's own span is around
 * (of Spring, say), the two are linked.
 *
 * <p>What never reaches a handler, such as a forged webhook, has no span; {@link WebhookMetrics} counts it.
 *
 * <pre>{@code Server.start(settings, TracedRouter.of(new PizzaLineRouter(...), openTelemetry))}</pre>
 */
public final class TracedRouter implements WebhookRouter {
  private static final AttributeKey<String> APP = AttributeKey.stringKey("switchboard.app");
  private static final AttributeKey<String> KIND = AttributeKey.stringKey("switchboard.kind");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private final WebhookRouter router;
  private final Tracer tracer;

  private TracedRouter(WebhookRouter router, Tracer tracer) {
    this.router = router;
    this.tracer = tracer;
  }

  /** Traces a router. */
  public static TracedRouter of(WebhookRouter router, OpenTelemetry telemetry) {
    return new TracedRouter(
        Objects.requireNonNull(router), telemetry.getTracer("dev.switchboard.observability"));
  }

  @Override
  public String app() {
    return router.app();
  }

  @Override
  public List<Route<?>> routes() {
    return router.routes();
  }

  @Override
  public int contract() {
    return router.contract();
  }

  @Override
  @SuppressWarnings("try") // the scope is only closed
  public Reply dispatch(Route<?> route, WebhookRequest request) throws Exception {
    Span span = start(route, request);
    try (Scope scope = span.makeCurrent()) {
      return router.dispatch(route, request).whenSettled(error -> end(span, error));
    } catch (Exception | Error e) {
      end(span, e);
      throw e;
    }
  }

  private Span start(Route<?> route, WebhookRequest request) {
    SpanBuilder span = tracer
        .spanBuilder(route.kind())
        .setSpanKind(SpanKind.SERVER)
        .setAttribute(APP, router.app())
        .setAttribute(KIND, route.kind())
        .setAttribute(METHOD, route.method())
        .setAttribute(ROUTE, route.path());
    subject(request).ifPresent(subject -> {
      SpanContext around = Span.current().getSpanContext();
      if (around.isValid()) {
        span.addLink(around);
      }
      span.setParent(Context.root().with(Span.wrap(trace(subject))));
    });
    return span.startSpan();
  }

  private static void end(Span span, @Nullable Throwable error) {
    if (error != null) {
      span.setStatus(StatusCode.ERROR).setAttribute(ERROR, error.getClass().getName());
    }
    span.end();
  }

  /** What the webhooks of one trace have in common. */
  private static Optional<String> subject(WebhookRequest request) {
    Json json = request.json();
    return json.text("conversation_uuid")
        .or(() -> json.text("uuid"))
        .or(() -> json.text("call_uuid"))
        .or(() -> json.text("message_uuid"));
  }

  /** A parent that nobody has recorded; every copy of the app comes to the same. */
  private static SpanContext trace(String subject) {
    byte[] hash;
    try {
      hash = MessageDigest.getInstance("SHA-256")
          .digest(("switchboard:" + subject).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
    HexFormat hex = HexFormat.of();
    return SpanContext.createFromRemoteParent(
        hex.formatHex(hash, 0, 16),
        hex.formatHex(hash, 16, 24),
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }
}
