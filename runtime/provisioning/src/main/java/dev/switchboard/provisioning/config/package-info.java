/**
 * {@code switchboard.yaml}: where each environment of a project lives.
 *
 * <p>The manifest has paths and names, this file binds them. It is read here and nowhere else, strictly: an unknown key
 * is an error with its line and column and the nearest known name. No error and no {@code toString} of this package
 * shows a value, only names and places, because values may be secrets. May depend on snakeyaml-engine; nothing else of
 * the module depends on it.
 */
@NullMarked
package dev.switchboard.provisioning.config;

import org.jspecify.annotations.NullMarked;
