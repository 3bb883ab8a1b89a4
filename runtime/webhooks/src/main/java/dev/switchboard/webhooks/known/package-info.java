/** Which fields of a payload the typed accessors read. Not exported. */
@NullMarked
package dev.switchboard.webhooks.known;

import org.jspecify.annotations.NullMarked;
