/** Webhooks: ncco. */
@NullMarked
package dev.switchboard.webhooks.ncco;

import org.jspecify.annotations.NullMarked;
