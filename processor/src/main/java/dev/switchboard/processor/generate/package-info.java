/** Model to text: our own source writer and that of the manifest, no compiler. Uses the model alone. */
@NullMarked
package dev.switchboard.processor.generate;

import org.jspecify.annotations.NullMarked;
