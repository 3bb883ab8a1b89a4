/** What calls the platform at run time: sends messages in the name of an application. */
@NullMarked
package dev.switchboard.client;

import org.jspecify.annotations.NullMarked;
