/** Webhooks: verify. */
@NullMarked
package dev.switchboard.webhooks.verify;

import org.jspecify.annotations.NullMarked;
