/** What happened in a call or with a message, step by step. */
@NullMarked
package dev.switchboard.sandbox.transcript;

import org.jspecify.annotations.NullMarked;
