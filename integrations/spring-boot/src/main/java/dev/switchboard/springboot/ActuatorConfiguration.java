package dev.switchboard.springboot;

import dev.switchboard.servlet.WebhookServlet;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.Webhooks;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the health and info endpoints say; never a secret. */
final class ActuatorConfiguration {
  private ActuatorConfiguration() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
  static class OfHealth {
    @Bean
    @ConditionalOnEnabledHealthIndicator("switchboard")
    HealthIndicator switchboardHealthIndicator(WebhookServlet servlet, SpringWebhooks webhooks) {
      return () -> (servlet.isReady() ? Health.up() : Health.outOfService())
          .withDetail("apps", apps(webhooks))
          .build();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({InfoContributor.class, ConditionalOnEnabledInfoContributor.class})
  static class OfInfo {
    @Bean
    InfoContributor switchboardInfoContributor(SpringWebhooks webhooks) {
      return builder -> {
        Webhooks engine = webhooks.engineNow();
        if (engine != null) {
          builder.withDetail(
              "switchboard",
              Map.of(
                  "apps", apps(webhooks),
                  "baseUrl", engine.settings().baseUrl().toString(),
                  "webhooks", engine.describe()));
        }
      };
    }
  }

  private static List<String> apps(SpringWebhooks webhooks) {
    return webhooks.routers().stream().map(WebhookRouter::app).sorted().toList();
  }
}
