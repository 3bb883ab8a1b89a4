package dev.switchboard.mavenplugin;

import dev.switchboard.commands.Checking;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Merges the manifests of all apps of the module and its class path into one document, switchboard.json, and fails where one is missing, stale, or clashes with another. */
@Mojo(
    name = "manifest",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class ManifestMojo extends Goal {
  /** Where the document is written. */
  @Parameter(
      property = "switchboard.manifest.output",
      defaultValue = "${project.build.directory}/switchboard/switchboard.json")
  File output = new File("target/switchboard/switchboard.json");

  @Override
  String words() {
    return "manifest";
  }

  @Override
  void run(Project apps, Console console, Report report) {
    new Checking(apps, console, report).manifest(output.toPath());
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
