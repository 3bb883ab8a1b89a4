package dev.switchboard.springboot;

import dev.switchboard.webhooks.WebhookRouter;

/** Wraps each router before it is served. */
@FunctionalInterface
interface RouterDecorator {
  WebhookRouter decorate(WebhookRouter router);
}
