package dev.switchboard.springboot;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The platform on this machine, as a service for development and tests: it gets the apps with their webhooks and a number each, and the apps
 * get its signature secret and its clock.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(Sandbox.class)
@ConditionalOnProperty("switchboard.sandbox.enabled")
class SandboxConfiguration {
  private static final Logger LOG = System.getLogger(SandboxConfiguration.class.getName());

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  Sandbox switchboardSandbox(SwitchboardProperties properties) {
    SandboxSettings settings = SandboxSettings.defaults()
        .port(properties.sandbox().port())
        .signatureSecret(UUID.randomUUID().toString());
    Sandbox sandbox =
        Sandbox.start(properties.sandbox().virtualTime() ? settings.virtualTime() : settings);
    LOG.log(Level.INFO, "the sandbox is at " + sandbox.uri());
    return sandbox;
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  WebhookSettingsCustomizer switchboardSandboxSettings(Sandbox sandbox) {
    return settings -> settings.secret(sandbox.settings().signatureSecret()).clock(sandbox.clock());
  }

  @Bean
  SandboxRegistration switchboardSandboxRegistration(Sandbox sandbox, SpringWebhooks webhooks) {
    return new SandboxRegistration(sandbox, webhooks);
  }
}
