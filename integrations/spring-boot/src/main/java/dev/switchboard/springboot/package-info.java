/**
 * Starter for Spring Boot 4. A bean of an annotated class is an app that is served: its generated router is registered with the class and its
 * handler classes injected, its URLs are mapped, and {@code switchboard.*} properties say how.
 */
@NullMarked
package dev.switchboard.springboot;

import org.jspecify.annotations.NullMarked;
