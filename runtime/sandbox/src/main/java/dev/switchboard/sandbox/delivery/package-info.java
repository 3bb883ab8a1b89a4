/** Webhooks on their way: attempts, time-outs, signatures. */
@NullMarked
package dev.switchboard.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
