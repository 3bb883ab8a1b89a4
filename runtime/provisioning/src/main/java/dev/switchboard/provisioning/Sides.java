package dev.switchboard.provisioning;

import dev.switchboard.webhooks.Json;

/**
 * What an application is wanted to be and what it was made, both in the form of the Application API; what nobody may see is
 * {@code (secret)}.
 *
 * @param desired what manifest and bindings say
 * @param lastApplied what the state remembers; an empty object before the first apply
 */
public record Sides(Json desired, Json lastApplied) {}
