/** Webhooks kept in a file as they came, and sent again. */
@NullMarked
package dev.switchboard.sandbox.replay;

import org.jspecify.annotations.NullMarked;
