package dev.switchboard.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.springboot.shop.Shop;
import dev.switchboard.webhooks.ReplayGuard;
import dev.switchboard.webhooks.WebhookObserver;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** How it starts, and why it does not. */
class StartTest {
  private static final String SECRET = "not-to-be-shown";

  private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
      .withConfiguration(AutoConfigurations.of(SwitchboardAutoConfiguration.class));

  @Configuration(proxyBeanMethods = false)
  @ComponentScan(basePackageClasses = Shop.class)
  static class Beans {}

  /** The beans of the shop without what Spring Boot would configure for it. */
  @Configuration(proxyBeanMethods = false)
  @ComponentScan(
      basePackageClasses = Shop.class,
      excludeFilters =
          @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Shop.class))
  static class Alone {}

  @Configuration(proxyBeanMethods = false)
  static class Guarded {
    @Bean
    ReplayGuard guard() {
      return ReplayGuard.inMemory(1);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Observing {
    @Bean
    MeterRegistry registry() {
      return new SimpleMeterRegistry();
    }

    @Bean
    OpenTelemetry telemetry() {
      return OpenTelemetry.noop();
    }
  }

  @Test
  void registersTheRouterOfAnAnnotatedBean() {
    runner
        .withUserConfiguration(Beans.class)
        .withPropertyValues(
            "switchboard.signature-secret=" + SECRET,
            "switchboard.base-url=https://pizza.example/x")
        .run(context -> {
          assertThat(context).hasNotFailed().hasSingleBean(WebhookRouter.class);
          assertThat(context.getBean(WebhookRouter.class).app())
              .isEqualTo("dev.switchboard.springboot.shop.PhoneLine");
          assertThat(context.getBean(SpringWebhooks.class).mappings())
              .contains("/webhooks/answer", "/x/webhooks/answer");
          assertThat(context.getBean(SwitchboardProperties.class).toString())
              .contains("https://pizza.example/x")
              .doesNotContain(SECRET);
        });
  }

  @Test
  void theVariableOfTheOfficialToolsHoldsTheSecretToo() {
    runner
        .withUserConfiguration(Beans.class)
        .withPropertyValues("VONAGE_SIGNATURE_SECRET=" + SECRET)
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void doesNotStartWithoutASecret() {
    runner
        .withUserConfiguration(Beans.class)
        .run(context -> assertThat(context)
            .getFailure()
            .rootCause()
            .hasMessageContaining("VONAGE_SIGNATURE_SECRET"));
  }

  @Test
  void namesTheAppsThatAreNoBeans() {
    runner.run(context -> assertThat(context)
        .getFailure()
        .rootCause()
        .hasMessageContaining("dev.switchboard.springboot.shop.PhoneLine"));
  }

  @Test
  void takesSettingsFromPropertiesAndBeans() {
    List<WebhookSettings> seen = new ArrayList<>();
    runner
        .withUserConfiguration(Beans.class, Guarded.class)
        .withBean(WebhookSettingsCustomizer.class, () -> settings -> {
          seen.add(settings);
          return settings;
        })
        .withPropertyValues(
            "switchboard.insecure=true", "switchboard.max-body=10KB", "switchboard.grace=1s")
        .run(context -> {
          assertThat(context).hasNotFailed();
          assertThat(seen).isNotEmpty();
          assertThat(seen.get(0).maxBodyBytes()).isEqualTo(10 * 1024);
          assertThat(seen.get(0).isInsecure()).isTrue();
          assertThat(context.getBean(SwitchboardProperties.class).grace())
              .isEqualTo(Duration.ofSeconds(1));
        });
  }

  @Test
  void everyPropertyIsDescribedForCompletion() throws Exception {
    try (InputStream in = Objects.requireNonNull(
        getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
      String metadata = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(metadata)
          .contains("\"switchboard.base-url\"")
          .contains("Where the platform reaches the app")
          .contains("\"switchboard.sandbox.enabled\"")
          .contains("Whether to start a sandbox");
    }
  }

  /** A class that is not there is not missed: neither timer nor span, neither health nor info, and no sandbox. */
  @Test
  void startsWithoutTheLibrariesThatAreOptional() {
    runner
        .withUserConfiguration(Alone.class)
        .withClassLoader(new FilteredClassLoader(
            "io.micrometer",
            "io.opentelemetry",
            "org.springframework.boot.health",
            "org.springframework.boot.actuate",
            "dev.switchboard.sandbox"))
        .withPropertyValues("switchboard.insecure=true")
        .run(context -> {
          assertThat(context).hasNotFailed().hasSingleBean(SpringWebhooks.class);
          assertThat(context.getBeanDefinitionNames())
              .doesNotContain(
                  "switchboardMetrics",
                  "switchboardTracing",
                  "switchboardHealthIndicator",
                  "switchboardInfoContributor");
          assertThat(context)
              .doesNotHaveBean(WebhookObserver.class)
              .doesNotHaveBean(RouterDecorator.class);
        });
  }

  /** The libraries alone do nothing; a registry and a tracer do. */
  @Test
  void observesWhereThereIsARegistryAndATracer() {
    runner
        .withUserConfiguration(Beans.class)
        .withPropertyValues("switchboard.insecure=true")
        .run(context -> assertThat(context)
            .hasNotFailed()
            .doesNotHaveBean(WebhookObserver.class)
            .doesNotHaveBean(RouterDecorator.class));
    runner
        .withUserConfiguration(Beans.class, Observing.class)
        .withPropertyValues("switchboard.insecure=true")
        .run(context -> assertThat(context)
            .hasNotFailed()
            .hasSingleBean(WebhookObserver.class)
            .hasSingleBean(RouterDecorator.class));
  }
}
