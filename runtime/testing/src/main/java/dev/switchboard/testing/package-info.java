/** JUnit extension: your app and a sandbox, in one annotation. */
@NullMarked
package dev.switchboard.testing;

import org.jspecify.annotations.NullMarked;
