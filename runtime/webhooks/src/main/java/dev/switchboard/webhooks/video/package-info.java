/** Webhooks: video. */
@NullMarked
package dev.switchboard.webhooks.video;

import org.jspecify.annotations.NullMarked;
