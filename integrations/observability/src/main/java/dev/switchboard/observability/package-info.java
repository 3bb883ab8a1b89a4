/** Timers and spans for webhooks. Nothing here is loaded unless it is used, so each library may be absent. */
@NullMarked
package dev.switchboard.observability;

import org.jspecify.annotations.NullMarked;
