package dev.switchboard.mavenplugin;

import dev.switchboard.commands.Checking;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Checks apps, handler classes and environments without talking to the platform. */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class ValidateMojo extends Goal {

  @Override
  String words() {
    return "validate";
  }

  @Override
  void run(Project apps, Console console, Report report) {
    new Checking(apps, console, report).validate();
  }

  @Override
  boolean passesModulesWithoutApps() {
    return true;
  }

  @Override
  boolean asksThePlatform() {
    return false;
  }
}
