package dev.switchboard.springboot;

import dev.switchboard.servlet.WebhookServlet;
import dev.switchboard.webhooks.ReplayGuard;
import dev.switchboard.webhooks.StateCodec;
import dev.switchboard.webhooks.StateStore;
import dev.switchboard.webhooks.WebhookObserver;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Serves the apps of an application: every bean that is a generated router, or whose class has one.
 *
 * <p>Beans of these types are taken into account where there are any: {@link ReplayGuard}, {@link StateStore} with its {@link StateCodec}
 * (Spring's {@code JsonMapper} by default), {@link WebhookObserver}, {@link WebhookSettingsCustomizer}.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
      "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SwitchboardProperties.class)
@Import({
  SandboxConfiguration.class,
  ActuatorConfiguration.OfHealth.class,
  ActuatorConfiguration.OfInfo.class,
  ObservabilityConfiguration.Metrics.class,
  ObservabilityConfiguration.Tracing.class,
  JacksonConfiguration.class
})
public class SwitchboardAutoConfiguration {
  @Bean
  static RouterRegistrar switchboardRouters() {
    return new RouterRegistrar();
  }

  @Bean
  SpringWebhooks switchboardWebhooks(
      SwitchboardProperties properties,
      Environment environment,
      ObjectProvider<WebhookRouter> routers,
      ObjectProvider<RouterDecorator> decorators,
      ObjectProvider<WebhookSettingsCustomizer> customizers,
      ObjectProvider<ReplayGuard> replayGuard,
      ObjectProvider<StateStore> stateStore,
      ObjectProvider<StateCodec> stateCodec,
      ObjectProvider<WebhookObserver> observers) {
    List<WebhookRouter> apps = routers
        .orderedStream()
        .map(router -> {
          WebhookRouter decorated = router;
          for (RouterDecorator decorator : decorators) {
            decorated = decorator.decorate(decorated);
          }
          return decorated;
        })
        .toList();
    if (apps.isEmpty()) {
      Set<String> known = RouterRegistrar.apps(getClass().getClassLoader());
      throw new IllegalStateException(
          known.isEmpty()
              ? "There is no app to serve. Annotate a class with @VoiceApp or another of the annotations, and make it a bean."
              : "There is no app to serve. Make one of these classes a bean: "
                  + String.join(", ", known));
    }
    return new SpringWebhooks(
        url -> {
          WebhookSettings settings = settings(url, properties, environment);
          Optional<ReplayGuard> guard = Optional.ofNullable(replayGuard.getIfAvailable());
          if (guard.isPresent()) {
            settings = settings.replayGuard(guard.get());
          }
          Optional<StateStore> store = Optional.ofNullable(stateStore.getIfAvailable());
          if (store.isPresent()) {
            settings = settings.stateStore(store.get(), stateCodec.getObject());
          }
          List<WebhookObserver> all = observers.orderedStream().toList();
          if (!all.isEmpty()) {
            settings = settings.observer(new EachObserver(all));
          }
          for (WebhookSettingsCustomizer customizer :
              customizers.orderedStream().toList()) {
            settings = customizer.customize(settings);
          }
          return settings;
        },
        apps,
        properties.baseUrl());
  }

  private static WebhookSettings settings(
      URI url, SwitchboardProperties properties, Environment environment) {
    WebhookSettings settings = WebhookSettings.of(url)
        .maxBodyBytes(Math.toIntExact(properties.maxBody().toBytes()))
        .deadlineMargin(properties.deadlineMargin())
        .stateKeep(properties.stateKeep());
    String secret = properties.signatureSecret() == null
        ? environment.getProperty("VONAGE_SIGNATURE_SECRET", "")
        : properties.signatureSecret();
    if (!secret.isEmpty()) {
      settings = settings.secret(secret);
    }
    if (properties.nccoChecks() != null) {
      settings = settings.nccoChecks(properties.nccoChecks());
    }
    return properties.insecure() ? settings.insecure() : settings;
  }

  @Bean
  WebhookServlet switchboardServlet(SpringWebhooks webhooks, SwitchboardProperties properties) {
    return new WebhookServlet(webhooks::engine, properties.grace());
  }

  @Bean
  ServletRegistrationBean<WebhookServlet> switchboardServletRegistration(
      WebhookServlet servlet, SpringWebhooks webhooks) {
    ServletRegistrationBean<WebhookServlet> registration =
        new ServletRegistrationBean<>(servlet, webhooks.mappings().toArray(String[]::new));
    registration.setName("switchboard");
    registration.setAsyncSupported(true);
    registration.setLoadOnStartup(1);
    return registration;
  }

  @Bean
  DrainOnStop switchboardDrain(WebhookServlet servlet, SwitchboardProperties properties) {
    return new DrainOnStop(servlet, properties.grace());
  }
}
