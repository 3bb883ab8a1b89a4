/**
 * Finds, in what the compiler wrote, the manifests of apps and the annotated classes that no manifest names. An
 * isolating processor cannot see the latter, so the CLI, the Maven goals and the testing kit look here. Class files are
 * read as bytes; no class is loaded. Not for the processor: its shaded jar leaves this package out.
 */
@NullMarked
package dev.switchboard.manifest.scan;

import org.jspecify.annotations.NullMarked;
