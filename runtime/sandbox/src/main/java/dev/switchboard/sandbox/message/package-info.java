/** Messages in and out. */
@NullMarked
package dev.switchboard.sandbox.message;

import org.jspecify.annotations.NullMarked;
