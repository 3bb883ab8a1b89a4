/**
 * What javac alone tells: the end of a compilation and attributed trees, by the supported API of {@code com.sun.source}. Optional: under
 * any other compiler nothing in here is loaded beyond {@link dev.switchboard.processor.trees.CompilationWatch#attach}.
 */
@NullMarked
package dev.switchboard.processor.trees;

import org.jspecify.annotations.NullMarked;
