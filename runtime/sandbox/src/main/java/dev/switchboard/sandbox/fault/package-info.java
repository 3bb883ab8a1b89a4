/** Faults on demand. */
@NullMarked
package dev.switchboard.sandbox.fault;

import org.jspecify.annotations.NullMarked;
