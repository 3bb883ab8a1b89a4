/**
 * What every adapter between an HTTP server and {@link dev.switchboard.webhooks.Webhooks} has to pass. A test class extends {@link
 * dev.switchboard.conformance.AdapterConformance} and says how its adapter serves an app; the kit then talks to it over a socket.
 */
@NullMarked
package dev.switchboard.conformance;

import org.jspecify.annotations.NullMarked;
