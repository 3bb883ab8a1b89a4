package dev.switchboard.observability;

import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.Webhooks;
import dev.switchboard.webhooks.ncco.Ncco;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ObservabilityTest {
  private static final String NUMBER = "447700900001";

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final CompletableFuture<Ncco> held = new CompletableFuture<>();
  private boolean sawItsSpan;

  private final WebhookRouter app = new WebhookRouter() {
    @Override
    public String app() {
      return "com.acme.App";
    }

    @Override
    public List<Route<?>> routes() {
      return Route.all(
          Route.answer("/answer"),
          Route.event("/event"),
          Route.nccoCallback("/held"),
          Route.inbound("/inbound"));
    }

    @Override
    public Reply dispatch(Route<?> route, WebhookRequest request) {
      sawItsSpan = Span.current().getSpanContext().isValid();
      return switch (route.path()) {
        case "/answer" -> Reply.ncco(Ncco.of(talk("Hello")));
        case "/held" -> Reply.nccoLater(held);
        case "/inbound" -> throw new IllegalStateException("no oven for " + NUMBER);
        default -> Reply.done();
      };
    }
  };

  private Webhooks webhooks(OpenTelemetry telemetry) {
    return Webhooks.of(
        WebhookSettings.of(URI.create("https://pizza.example"))
            .insecure()
            .observer(WebhookMetrics.of(meters)),
        TracedRouter.of(app, telemetry));
  }

  private Webhooks webhooks() {
    return webhooks(TELEMETRY.getOpenTelemetry());
  }

  private static WebhookRequest post(String path, String conversation) {
    return WebhookRequest.post(
        path,
        "{\"conversation_uuid\":\"" + conversation + "\",\"uuid\":\"u\",\"from\":\"" + NUMBER
            + "\",\"status\":\"ringing\"}");
  }

  @Test
  void theWebhooksOfACallAreOneTraceInEveryCopy() {
    Webhooks one = webhooks();
    Webhooks two = webhooks();
    one.handle(WebhookRequest.get(
        "/answer", Map.of("conversation_uuid", "CON-1", "from", NUMBER, "uuid", "u")));
    two.handle(post("/event", "CON-1"));
    one.handle(post("/event", "CON-2"));

    List<SpanData> spans = TELEMETRY.getSpans();
    assertThat(spans)
        .extracting(SpanData::getName)
        .containsExactly("answer_url", "event_url", "event_url");
    assertThat(spans.get(1).getTraceId()).isEqualTo(spans.get(0).getTraceId());
    assertThat(spans.get(2).getTraceId()).isNotEqualTo(spans.get(0).getTraceId());
    assertThat(spans.toString()).doesNotContain(NUMBER);
    assertThat(sawItsSpan).as("the handler's own spans are children").isTrue();
  }

  @Test
  void aSpanEndsWithTheHandlersStage() {
    CompletableFuture<?> answer = webhooks().handle(post("/held", "CON-1")).toCompletableFuture();
    assertThat(TELEMETRY.getSpans()).isEmpty();

    held.complete(Ncco.of(talk("done")));

    assertThat(answer).isCompleted();
    assertThat(TELEMETRY.getSpans()).hasSize(1);
  }

  @Test
  void aFailureShowsItsClassAlone() {
    webhooks().handle(post("/inbound", "CON-1"));

    SpanData span = TELEMETRY.getSpans().get(0);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.toString())
        .contains("java.lang.IllegalStateException")
        .doesNotContain("oven", NUMBER);
  }

  @Test
  @SuppressWarnings("try") // the scope is only closed
  void theServersSpanIsLinked() {
    Span around =
        TELEMETRY.getOpenTelemetry().getTracer("server").spanBuilder("http").startSpan();
    try (Scope scope = around.makeCurrent()) {
      webhooks().handle(post("/event", "CON-1"));
    }
    assertThat(TELEMETRY.getSpans().get(0).getLinks())
        .extracting(link -> link.getSpanContext().getSpanId())
        .containsExactly(around.getSpanContext().getSpanId());
  }

  @Test
  void everyWebhookIsTimedByKindAndOutcome() {
    Webhooks webhooks = webhooks(OpenTelemetry.noop());
    webhooks.handle(post("/event", "CON-1"));
    webhooks.handle(post("/event", "CON-2"));
    webhooks.handle(post("/inbound", "CON-1"));
    webhooks.handle(WebhookRequest.get("/" + NUMBER, Map.of()));

    assertThat(meters
            .get("switchboard.webhook")
            .tags("app", "com.acme.App", "kind", "event_url", "outcome", "handled", "status", "204")
            .timer()
            .count())
        .isEqualTo(2);
    assertThat(meters
            .get("switchboard.webhook")
            .tags("kind", "inbound_url", "outcome", "failed", "status", "500")
            .timer()
            .count())
        .isEqualTo(1);
    assertThat(meters
            .get("switchboard.webhook")
            .tags("app", "none", "kind", "none", "outcome", "malformed", "status", "404")
            .timer()
            .count())
        .isEqualTo(1);
    assertThat(meters.getMeters().stream()
            .flatMap(meter -> meter.getId().getTags().stream())
            .map(Tag::getValue))
        .noneMatch(value -> value.contains(NUMBER));
  }
}
