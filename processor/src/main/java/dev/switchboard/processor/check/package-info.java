/** The rules: pure functions from the model to diagnostics, one rule each. They use the model and the catalogue alone. */
@NullMarked
package dev.switchboard.processor.check;

import org.jspecify.annotations.NullMarked;
