/** The contract between compile time and deploy time. */
@NullMarked
package dev.switchboard.manifest;

import org.jspecify.annotations.NullMarked;
