package dev.switchboard.commands;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.provisioning.config.Nearest;
import dev.switchboard.provisioning.export.Export;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** export: apps in the words of other tools. */
public final class Exporting {
  private static final List<String> WORDS = Stream.of(Export.values())
      .map(export -> export.name().toLowerCase(Locale.ROOT))
      .toList();

  private final Project project;
  private final Console console;
  private final Report report;

  /** Commands on a project; see {@link Deploying#Deploying}. */
  public Exporting(Project project, Console console, Report report) {
    this.project = project;
    this.console = console;
    this.report = report;
  }

  /** What there is to export to, as it is typed. */
  public static List<String> words() {
    return WORDS;
  }

  /** The one app as one document; {@code word} is {@code api}, {@code terraform} ... */
  public String one(String word) {
    Export export = export(word);
    ClassPathScan scan = project.scan();
    return document(export, project.one(scan).manifest(), scan);
  }

  /**
   * All apps as files, in a folder for each.
   *
   * @param words the documents; empty for all
   */
  public void all(List<String> words, Path folder) {
    List<Export> exports = words.isEmpty()
        ? List.of(Export.values())
        : words.stream().map(Exporting::export).toList();
    ClassPathScan scan = project.scan();
    for (FoundApp app : project.apps(scan)) {
      String name = app.manifest().app();
      for (Export export : exports) {
        Path file = folder.resolve(name).resolve(fileName(export));
        Documents.write(file, document(export, app.manifest(), scan));
        console.line("wrote " + file);
      }
      report.app(name).fact("exports", exports.stream().map(Exporting::fileName).toList());
    }
  }

  private String document(Export export, Manifest manifest, ClassPathScan scan) {
    return export.write(
        manifest, () -> project.target(project.environment()).bindings(manifest), scan::source);
  }

  private static String fileName(Export export) {
    return switch (export) {
      case API -> "application.json";
      case TERRAFORM -> "application.tf.json";
      case VCR -> "vcr.yml";
      case OPENAPI -> "openapi.json";
      case MERMAID -> "call-flow.mmd";
      case FLOW -> "call-flow.svg";
    };
  }

  private static Export export(String word) {
    if (WORDS.contains(word)) {
      return Export.valueOf(word.toUpperCase(Locale.ROOT));
    }
    throw new CommandException(
        Outcome.USAGE,
        "There is no export \"" + word + "\". "
            + Nearest.to(word, WORDS)
                .map(near -> "Did you mean " + near + "?")
                .orElse("There is: " + String.join(", ", WORDS) + "."));
  }
}
