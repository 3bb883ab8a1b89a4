/** Where the state of an environment lives: documents without secrets, replaced by compare-and-swap. */
@NullMarked
package dev.switchboard.provisioning.state;

import org.jspecify.annotations.NullMarked;
