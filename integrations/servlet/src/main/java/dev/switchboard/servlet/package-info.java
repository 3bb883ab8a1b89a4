/** Webhooks in any Jakarta Servlet 6.1 container. */
@NullMarked
package dev.switchboard.servlet;

import org.jspecify.annotations.NullMarked;
