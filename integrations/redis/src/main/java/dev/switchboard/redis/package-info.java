/** What copies of an app share, kept in Redis. */
@NullMarked
package dev.switchboard.redis;

import org.jspecify.annotations.NullMarked;
