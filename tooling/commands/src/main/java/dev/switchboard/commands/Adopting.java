package dev.switchboard.commands;

import dev.switchboard.provisioning.Adopter;
import dev.switchboard.provisioning.Adoption;
import dev.switchboard.provisioning.config.Environment;
import dev.switchboard.provisioning.keys.ApplicationKey;
import java.nio.file.Path;
import java.util.Optional;

/** adopt: an application that was made elsewhere becomes an annotated class. */
public final class Adopting {
  private final Project project;
  private final Console console;
  private final Report report;

  /** Commands on a project, of which only the environments matter; see {@link Deploying#Deploying}. */
  public Adopting(Project project, Console console, Report report) {
    this.project = project;
    this.console = console;
    this.report = report;
  }

  /**
   * What to take over, and how.
   *
   * @param id of the application; empty to find it by its key
   * @param key file with its private key; may be empty where the id is given
   * @param className binary name of the class that it becomes
   * @param source file for the class; printed where it is empty
   * @param record whether state and key are written
   */
  public record Request(
      Optional<String> id,
      Optional<Path> key,
      String className,
      Optional<Path> source,
      boolean record) {}

  /** Shows the class to paste, and writes the state where that was asked for. */
  public void adopt(Request request, Optional<String> confirm) {
    Environment environment = project.environment();
    report.environment(environment.name());
    if (request.record()) {
      Deploying.guard(environment, confirm);
    }
    project.requireSandbox(environment);
    Adopter adopter = project.target(environment).adopter(request.className());
    Adoption found = request
        .key()
        .map(file -> byKey(adopter, file, request))
        .orElseGet(() -> adopter.byId(request.id().orElse(""), request.className()));
    show(found, request);
    if (request.record()) {
      found.record();
    }
    report.app(found.className()).fact("recorded", request.record());
    console.line(console.bold(
        request.record()
            ? "Adopted: compile the class, and plan has nothing to do."
            : "Nothing was written. Paste the class, then run this again with --record."));
  }

  private Adoption byKey(Adopter adopter, Path file, Request request) {
    String pem = Documents.read(file, "Name the file with the private key, as PEM.");
    Adoption found =
        adopter.byKey(ApplicationKey.fromPem(pem, file.toString()), request.className());
    if (request.id().filter(id -> !id.equals(found.applicationId())).isPresent()) {
      throw new CommandException(
          Outcome.REFUSED,
          "The key in " + file + " is that of the application " + found.applicationId()
              + ". Leave out --id, or name its own key.");
    }
    return found;
  }

  private void show(Adoption found, Request request) {
    report
        .app(found.className())
        .fact("applicationId", found.applicationId())
        .fact("name", found.name())
        .fact("fingerprint", found.fingerprint())
        .fact("keyHeld", found.keyHeld())
        .fact("source", found.source())
        .fact("environmentYaml", found.environmentYaml())
        .fact("unmanaged", found.unmanaged())
        .fact("notes", found.notes())
        .summary("application " + found.applicationId());
    console.line(
        console.bold("application " + found.applicationId() + " \"" + found.name() + "\""));
    if (request.source().isPresent()) {
      Documents.write(request.source().get(), found.source());
      console.line("wrote " + request.source().get());
    } else {
      found.source().lines().forEach(console::line);
    }
    console.line("");
    console.line(console.bold("for switchboard.yaml"));
    found.environmentYaml().lines().forEach(console::line);
    for (String path : found.unmanaged()) {
      console.line("  " + console.dim("stays as it is: " + path));
    }
    found.notes().forEach(note -> console.line("  " + console.dim("note: " + note)));
    if (!found.keyHeld()) {
      console.line("  " + console.yellow("its private key is not at hand; give it with --key"));
    }
  }
}
