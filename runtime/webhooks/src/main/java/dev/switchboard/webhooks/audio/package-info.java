/** The sound of a call, over a websocket that the platform opens. */
@NullMarked
package dev.switchboard.webhooks.audio;

import org.jspecify.annotations.NullMarked;
