/** Where time passes: one loop that runs everything the platform does. */
@NullMarked
package dev.switchboard.sandbox.time;

import org.jspecify.annotations.NullMarked;
