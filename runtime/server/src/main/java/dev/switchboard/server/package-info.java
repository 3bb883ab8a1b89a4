/**
 * The embedded server: webhooks over the {@code com.sun.net.httpserver} API, whose engine is the JDK's own unless another provider, such as
 * Jetty's, lies on the class path.
 */
@NullMarked
package dev.switchboard.server;

import org.jspecify.annotations.NullMarked;
