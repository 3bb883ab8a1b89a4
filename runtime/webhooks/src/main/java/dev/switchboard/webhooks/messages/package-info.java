/** Webhooks: messages. */
@NullMarked
package dev.switchboard.webhooks.messages;

import org.jspecify.annotations.NullMarked;
