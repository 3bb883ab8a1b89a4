/** Three copies of an app, a proxy, one Redis, and a platform that repeats itself while copies are killed. */
@NullMarked
package dev.switchboard.scale;

import org.jspecify.annotations.NullMarked;
