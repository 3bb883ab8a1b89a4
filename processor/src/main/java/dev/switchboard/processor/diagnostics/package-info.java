/** Everything that the processor can say to its user. Uses the model alone. */
@NullMarked
package dev.switchboard.processor.diagnostics;

import org.jspecify.annotations.NullMarked;
