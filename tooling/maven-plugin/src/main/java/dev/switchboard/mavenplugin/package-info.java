/**
 * The goals of {@code dev.switchboard:switchboard-maven-plugin}, prefix {@code switchboard}: each a thin class over
 * {@code dev.switchboard.commands}. Only {@code manifest} and {@code validate} bind to a phase by themselves; whatever
 * talks to the platform is asked for.
 */
@NullMarked
package dev.switchboard.mavenplugin;

import org.jspecify.annotations.NullMarked;
