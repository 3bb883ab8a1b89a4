/** Private keys of applications: made here, kept here. Depends on the root package's exceptions only. */
@NullMarked
package dev.switchboard.provisioning.keys;

import org.jspecify.annotations.NullMarked;
