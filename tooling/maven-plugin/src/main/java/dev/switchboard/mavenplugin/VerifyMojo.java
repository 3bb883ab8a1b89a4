package dev.switchboard.mavenplugin;

import dev.switchboard.commands.Console;
import dev.switchboard.commands.Deploying;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Sends a signed synthetic webhook to every URL, and checks status, NCCO and time. The app's own methods run, with made-up numbers. */
@Mojo(name = "verify", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class VerifyMojo extends Goal {

  @Override
  String words() {
    return "verify";
  }

  @Override
  void run(Project apps, Console console, Report report) {
    new Deploying(apps, console, report).verify();
  }
}
