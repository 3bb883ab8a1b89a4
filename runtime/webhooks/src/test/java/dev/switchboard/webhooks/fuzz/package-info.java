/** Targets of the fuzzer (profile {@code fuzz}); the default build feeds them a few seeds. */
@NullMarked
package dev.switchboard.webhooks.fuzz;

import org.jspecify.annotations.NullMarked;
