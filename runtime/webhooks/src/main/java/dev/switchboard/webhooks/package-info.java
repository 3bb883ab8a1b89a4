/** What answers calls and messages, free of any HTTP library. */
@NullMarked
package dev.switchboard.webhooks;

import org.jspecify.annotations.NullMarked;
