/**
 * Reads manifests at deploy time. Not for the processor: its shaded jar leaves this package out.
 */
@NullMarked
package dev.switchboard.manifest.reader;

import org.jspecify.annotations.NullMarked;
