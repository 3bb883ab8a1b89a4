/** A pizza line: the application that the README quotes. */
@NullMarked
package dev.switchboard.example;

import org.jspecify.annotations.NullMarked;
