package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;

/**
 * An action of a name we do not know, or an item of an NCCO that is no action at all. Only reading makes it.
 *
 * @param json all of it
 */
public record UnknownAction(Json json) implements Action.Other {}
