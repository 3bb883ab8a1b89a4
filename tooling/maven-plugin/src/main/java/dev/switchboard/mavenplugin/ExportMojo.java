package dev.switchboard.mavenplugin;

import dev.switchboard.commands.Console;
import dev.switchboard.commands.Exporting;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes each app for other tools: a body for curl, Terraform JSON, vcr.yml, OpenAPI of the webhooks, the call-flow for Mermaid and as a picture. */
@Mojo(name = "export", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class ExportMojo extends Goal {
  /** Which documents: api, terraform, vcr, openapi, mermaid, flow. All unless set. */
  @Parameter(property = "switchboard.exports")
  List<String> exports = new ArrayList<>();

  /** The folder; each app has one of its own in it. */
  @Parameter(
      property = "switchboard.export.output",
      defaultValue = "${project.build.directory}/switchboard/export")
  File output = new File("target/switchboard/export");

  @Override
  String words() {
    return "export";
  }

  @Override
  void run(Project apps, Console console, Report report) {
    new Exporting(apps, console, report).all(exports, output.toPath());
  }

  @Override
  boolean asksThePlatform() {
    return false;
  }
}
