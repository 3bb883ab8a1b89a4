package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import picocli.CommandLine.Mixin;

/** A command on compiled apps in an environment. */
abstract class AppsCommand extends ReportingCommand {
  @Mixin
  ClassesOptions classes;

  AppsCommand(Surroundings surroundings) {
    super(surroundings);
    this.classes = new ClassesOptions(surroundings);
  }

  /** Does it, saying to the console and the report what it finds. */
  abstract void run(Project project, Console console, Report report);

  @Override
  final void run(Console console, Report report) {
    run(classes.project(environments), console, report);
  }
}
