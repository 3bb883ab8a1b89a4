/** Sound, as calls and websockets carry it. */
@NullMarked
package dev.switchboard.sandbox.audio;

import org.jspecify.annotations.NullMarked;
