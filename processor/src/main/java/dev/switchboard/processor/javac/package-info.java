/**
 * The compiler's side: the only package that touches elements, type mirrors, the messager and the filer. It may use every other package;
 * only the processor's entry point uses it. The compiler returns null freely; nothing here hands a null on.
 */
@NullMarked
package dev.switchboard.processor.javac;

import org.jspecify.annotations.NullMarked;
