package dev.switchboard.observability;

import dev.switchboard.webhooks.WebhookObserver;
import dev.switchboard.webhooks.ncco.Finding;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Micrometer meters for webhooks. No tag holds anything of a caller: all of them come from the app and from a fixed list, so that their
 * number is bounded whatever strangers send.
 *
 * <ul>
 *   <li>timer {@code switchboard.webhook}: each webhook until its answer is ready; tags {@code app}, {@code kind} ({@code none} where no URL
 *       matched), {@code outcome} and {@code status}
 *   <li>counter {@code switchboard.ncco.findings}: what the checks found in NCCOs; tags {@code app}, {@code kind} and {@code severity}
 * </ul>
 *
 * <pre>{@code settings.observer(WebhookMetrics.of(registry))}</pre>
 */
public final class WebhookMetrics implements WebhookObserver {
  private final MeterRegistry registry;

  private WebhookMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Meters in a registry. */
  public static WebhookMetrics of(MeterRegistry registry) {
    return new WebhookMetrics(Objects.requireNonNull(registry));
  }

  @Override
  public void answered(Answered webhook) {
    Timer.builder("switchboard.webhook")
        .description("Webhooks until their answers are ready")
        .tag("app", named(webhook.app()))
        .tag("kind", named(webhook.kind()))
        .tag("outcome", word(webhook.outcome()))
        .tag("status", Integer.toString(webhook.status()))
        .register(registry)
        .record(webhook.time());
  }

  @Override
  public void found(String app, String kind, List<Finding> findings) {
    for (Finding finding : findings) {
      Counter.builder("switchboard.ncco.findings")
          .description("What the checks found in NCCOs")
          .tag("app", app)
          .tag("kind", kind)
          .tag("severity", word(finding.severity()))
          .register(registry)
          .increment();
    }
  }

  private static String named(String name) {
    return name.isEmpty() ? "none" : name;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
