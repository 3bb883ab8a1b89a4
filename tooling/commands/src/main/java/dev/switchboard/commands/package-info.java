/**
 * What the command line and the Maven goals have in common: which apps and which environment a command is about
 * ({@link dev.switchboard.commands.Project}), what it does ({@link dev.switchboard.commands.Deploying} and its
 * neighbours), what it says while it does it ({@link dev.switchboard.commands.Console}), and how it ended
 * ({@link dev.switchboard.commands.Report}). Sentences name flags as the command line has them; the Maven goals
 * translate.
 */
@NullMarked
package dev.switchboard.commands;

import org.jspecify.annotations.NullMarked;
