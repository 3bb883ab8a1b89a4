/** Webhooks: voice. */
@NullMarked
package dev.switchboard.webhooks.voice;

import org.jspecify.annotations.NullMarked;
