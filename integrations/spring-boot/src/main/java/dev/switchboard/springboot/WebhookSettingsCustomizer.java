package dev.switchboard.springboot;

import dev.switchboard.webhooks.WebhookSettings;

/** Changes how webhooks are served, beyond what properties say. Beans of this type are applied in their order. */
@FunctionalInterface
public interface WebhookSettingsCustomizer {
  /** The changed settings. */
  WebhookSettings customize(WebhookSettings settings);
}
