/** Calls: legs, NCCOs, events. */
@NullMarked
package dev.switchboard.sandbox.voice;

import org.jspecify.annotations.NullMarked;
