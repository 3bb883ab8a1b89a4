/**
 * The contract between compile time and deploy time: what an app declares, as records, and the writer that turns them into
 * {@code META-INF/switchboard/<binary name>.json}.
 *
 * <p>This package uses java.base alone, because it is shaded into the annotation processor. Reading is in a package of its own that
 * the processor must not use.
 */
@NullMarked
package dev.switchboard.manifest;

import org.jspecify.annotations.NullMarked;
