/** The HTTP server under the sandbox's APIs. */
@NullMarked
package dev.switchboard.sandbox.web;

import org.jspecify.annotations.NullMarked;
