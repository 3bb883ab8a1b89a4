/** Jetty as the engine of the embedded server, found when its jar is there: for websockets, and for many webhooks. */
@NullMarked
package dev.switchboard.jetty;

import org.jspecify.annotations.NullMarked;
