/** What the projects behind the applications say of themselves, for the console to show. */
@NullMarked
package dev.switchboard.sandbox.project;

import org.jspecify.annotations.NullMarked;
