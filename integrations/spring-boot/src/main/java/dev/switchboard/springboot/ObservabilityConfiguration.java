package dev.switchboard.springboot;

import dev.switchboard.observability.TracedRouter;
import dev.switchboard.observability.WebhookMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Meters and spans, where the application has a registry or a tracer. */
final class ObservabilityConfiguration {
  private ObservabilityConfiguration() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  static class Metrics {
    @Bean
    @ConditionalOnBean(MeterRegistry.class)
    WebhookMetrics switchboardMetrics(MeterRegistry registry) {
      return WebhookMetrics.of(registry);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(OpenTelemetry.class)
  static class Tracing {
    @Bean
    @ConditionalOnBean(OpenTelemetry.class)
    RouterDecorator switchboardTracing(OpenTelemetry telemetry) {
      return router -> TracedRouter.of(router, telemetry);
    }
  }
}
