/** Model to text: JavaPoet and the manifest writer, no compiler. Uses the model alone. */
@NullMarked
package dev.switchboard.processor.generate;

import org.jspecify.annotations.NullMarked;
