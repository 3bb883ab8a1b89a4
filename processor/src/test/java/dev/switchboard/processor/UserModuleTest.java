package dev.switchboard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An app in a named module, with what is generated for it, compiles without a single warning. */
class UserModuleTest {
  @Test
  void generatedCodeNeedsTheWebhooksModuleOnly(@TempDir Path folder) throws Exception {
    Path info = folder.resolve("module-info.java");
    Files.writeString(info, """
        module com.example.taxi {
          requires dev.switchboard.webhooks;
          requires static dev.switchboard.annotations;
        }
        """);
    List<Path> sources =
        new ArrayList<>(Fixtures.files(Fixtures.GOLDEN.resolve("taxi/input"), ".java"));
    sources.add(info);
    String modules = Arrays.stream(
            System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1))
        .filter(entry -> entry.contains("annotations")
            || entry.contains("webhooks")
            || entry.contains("jspecify")
            || entry.contains("jackson-core"))
        .filter(entry -> !entry.contains("auto-service") && !entry.contains("test-classes"))
        .collect(Collectors.joining(System.getProperty("path.separator")));
    Javac compiled = Javac.compile(
        Files.createDirectories(folder.resolve("out")),
        sources,
        List.of("--module-path", modules, "-Xlint:all,-processing,-path", "-Werror"),
        new SwitchboardProcessor());
    assertThat(compiled.diagnostics()).isEmpty();
    assertThat(compiled.written())
        .containsKeys(
            "com/example/taxi/TaxiLineRouter.java",
            "META-INF/switchboard/com.example.taxi.TaxiLine.json");
    assertThat(compiled.written().keySet()).noneMatch(name -> name.contains("Provisioner"));
  }
}
