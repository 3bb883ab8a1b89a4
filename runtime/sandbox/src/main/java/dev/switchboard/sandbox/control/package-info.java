/** The sandbox's own API, for what no real platform offers. */
@NullMarked
package dev.switchboard.sandbox.control;

import org.jspecify.annotations.NullMarked;
