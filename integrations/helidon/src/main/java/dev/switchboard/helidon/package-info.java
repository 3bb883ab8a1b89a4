/** Webhooks in Helidon SE 4. */
@NullMarked
package dev.switchboard.helidon;

import org.jspecify.annotations.NullMarked;
