/** What calls the platform at run time. */
@NullMarked
package dev.switchboard.client;

import org.jspecify.annotations.NullMarked;
