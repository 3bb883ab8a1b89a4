package dev.switchboard.mavenplugin;

import dev.switchboard.commands.Console;
import dev.switchboard.commands.Deploying;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import dev.switchboard.provisioning.Options;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows which application each app is, and whether it is up to date. */
@Mojo(name = "status", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class StatusMojo extends Goal {
  /** Links numbers also when another application holds them. */
  @Parameter(property = "switchboard.takeNumbers", defaultValue = "false")
  boolean takeNumbers;

  /** Lets capabilities and numbers be taken away. */
  @Parameter(property = "switchboard.allowRemovals", defaultValue = "false")
  boolean allowRemovals;

  @Override
  String words() {
    return "status";
  }

  @Override
  void run(Project apps, Console console, Report report) {
    new Deploying(apps, console, report).status(new Options(takeNumbers, allowRemovals));
  }
}
