/** Where state outlives the process, if it is to. */
@NullMarked
package dev.switchboard.sandbox.store;

import org.jspecify.annotations.NullMarked;
