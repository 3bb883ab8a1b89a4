package dev.switchboard.sandbox.delivery;

import dev.switchboard.sandbox.account.WebhookTarget;
import dev.switchboard.webhooks.Json;
import java.util.Optional;

/**
 * A webhook to be delivered.
 *
 * @param target where to
 * @param applicationId in whose name, when it belongs to an application
 * @param about a few words on what it tells
 * @param payload the fields, in their order
 */
public record Outgoing(
    WebhookTarget target, Optional<String> applicationId, String about, Json payload) {}
