package dev.switchboard.mavenplugin;

import dev.switchboard.commands.Console;
import dev.switchboard.commands.Deploying;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows how the platform differs from what was last applied, whatever the classes say today. */
@Mojo(name = "drift", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class DriftMojo extends Goal {

  @Override
  String words() {
    return "drift";
  }

  @Override
  void run(Project apps, Console console, Report report) {
    new Deploying(apps, console, report).drift();
  }
}
