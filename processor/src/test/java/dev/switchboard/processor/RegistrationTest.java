package dev.switchboard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/** The processor is registered for the class path, for the module path, and for Gradle, and the three agree. */
class RegistrationTest {
  private static final Path CLASSES = Path.of("target/classes");

  @Test
  void serviceFileAndModuleNameTheSameProcessor() throws IOException {
    List<String> byService =
        Files.readAllLines(CLASSES.resolve("META-INF/services/" + Processor.class.getName()));
    List<String> byModule;
    try (InputStream in = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
      byModule = ModuleDescriptor.read(in).provides().stream()
          .filter(provided -> provided.service().equals(Processor.class.getName()))
          .flatMap(provided -> provided.providers().stream())
          .toList();
    }
    assertThat(byService).containsExactly(SwitchboardProcessor.class.getName()).isEqualTo(byModule);
  }

  @Test
  void gradleIsToldThatItIsIsolating() throws IOException {
    String declared = Files.readString(
        CLASSES.resolve("META-INF/gradle/incremental.annotation.processors"),
        StandardCharsets.UTF_8);
    assertThat(declared).isEqualTo(SwitchboardProcessor.class.getName() + ",isolating\n");
  }

  @Test
  void takesEverySourceVersion() {
    assertThat(new SwitchboardProcessor().getSupportedSourceVersion())
        .isEqualTo(SourceVersion.latest());
  }
}
