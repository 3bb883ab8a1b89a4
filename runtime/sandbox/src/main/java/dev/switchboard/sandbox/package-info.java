/** The platform on your machine. */
@NullMarked
package dev.switchboard.sandbox;

import org.jspecify.annotations.NullMarked;
