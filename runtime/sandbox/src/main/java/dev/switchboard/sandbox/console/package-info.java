/** The console: a page that shows what the sandbox does, and lets a person do the rest. */
@NullMarked
package dev.switchboard.sandbox.console;

import org.jspecify.annotations.NullMarked;
