/**
 * The command line. Each command is a thin class over the engine of {@code provisioning} and over the sandbox; what is
 * printed goes through {@link dev.switchboard.cli.Terminal}, and how a command ends through
 * {@link dev.switchboard.commands.Outcome}.
 */
@NullMarked
package dev.switchboard.cli;

import org.jspecify.annotations.NullMarked;
