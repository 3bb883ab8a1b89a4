package dev.switchboard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.provisioning.Bindings;
import dev.switchboard.provisioning.export.Export;
import dev.switchboard.webhooks.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What apps are exported as, read by the tools that the documents are for. */
final class ExportedDocuments {
  private final Map<String, String> terraform = new TreeMap<>();
  private int size;

  /** Writes each document of an app and reads it. */
  void add(Manifest manifest, Bindings bindings) {
    for (Export export : Export.values()) {
      String document = export.write(manifest, () -> bindings, handler -> Optional.empty());
      assertThat(document).as(export.name()).isNotBlank().endsWith("\n");
      switch (export) {
        case API -> assertThat(Json.parse(document)).isEqualTo(bindings.application(manifest));
        case TERRAFORM -> terraform.put("app" + terraform.size(), document);
        case VCR -> assertThat(document).contains("project:\n", "instance:\n");
        case OPENAPI -> openApi(manifest, document);
        case MERMAID ->
          assertThat(document.lines().filter(line -> line.contains("\"] ") || line.endsWith("\"]")))
              .hasSize(manifest.routes().size());
        case FLOW ->
          assertThat(document.lines().filter(line -> line.contains("<rect")))
              .hasSize(manifest.routes().size());
      }
      size++;
    }
  }

  int size() {
    return size;
  }

  private static void openApi(Manifest manifest, String document) {
    ParseOptions options = new ParseOptions();
    options.setResolveFully(true);
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(document, null, options);
    assertThat(result.getMessages()).as(document).isNullOrEmpty();
    OpenAPI read = result.getOpenAPI();
    List<Operation> operations = read.getPaths() == null
        ? List.of()
        : read.getPaths().values().stream()
            .flatMap(path -> path.readOperations().stream())
            .toList();
    assertThat(operations).hasSameSizeAs(manifest.routes());
    assertThat(operations).extracting(Operation::getOperationId).doesNotHaveDuplicates();
    for (Route route : manifest.routes()) {
      assertThat(read.getPaths().get(route.path())).as(route.path()).isNotNull();
    }
  }

  /** All of them by Terraform itself, each as a module, where it is installed. */
  void validateTerraform(Path folder) throws IOException {
    if (Stream.of(System.getenv("PATH").split(":", -1))
        .noneMatch(place -> Files.isExecutable(Path.of(place, "terraform")))) {
      System.out.println("no terraform on this machine: its documents are read as JSON alone");
      terraform
          .values()
          .forEach(document -> assertThat(Json.parse(document).isObject()).isTrue());
      return;
    }
    List<Object> modules = new ArrayList<>();
    for (Map.Entry<String, String> one : terraform.entrySet()) {
      Path module = Files.createDirectories(folder.resolve(one.getKey()));
      Files.writeString(module.resolve("application.tf.json"), one.getValue());
      modules.add(one.getKey());
      modules.add(Json.object("source", "./" + one.getKey()));
    }
    Files.writeString(
        folder.resolve("main.tf.json"),
        Json.object("module", Json.object(modules.toArray())).write());
    run(folder, "terraform", "init", "-backend=false", "-input=false", "-no-color");
    assertThat(run(folder, "terraform", "validate", "-no-color"))
        .contains("configuration is valid");
  }

  private static String run(Path folder, String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("CHECKPOINT_DISABLE", "1"); // It would ask for its newest version.
    Process process = builder.start();
    try (var output = process.getInputStream()) {
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      return said;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
