package dev.switchboard.manifest.scan;

import dev.switchboard.manifest.Manifest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The manifests of several apps as one document, {@code switchboard.json}: each as the compiler wrote it, in order of their names. */
public final class ManifestBundle {
  /** Its usual name. */
  public static final String FILE_NAME = "switchboard.json";

  private ManifestBundle() {}

  /** Writes the document: deterministic to the byte, ending in a line break. */
  public static String write(List<FoundApp> apps) {
    String items = apps.stream()
        .sorted(Comparator.comparing(app -> app.manifest().app()))
        .map(app ->
            app.json().strip().lines().map(line -> "    " + line).collect(Collectors.joining("\n")))
        .collect(Collectors.joining(",\n"));
    return "{\n  \"schemaVersion\": \"" + Manifest.SCHEMA_VERSION + "\",\n  \"apps\": ["
        + (items.isEmpty() ? "" : "\n" + items + "\n  ")
        + "]\n}\n";
  }
}
