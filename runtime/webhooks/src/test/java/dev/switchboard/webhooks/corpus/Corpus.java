package dev.switchboard.webhooks.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder of payloads that others wrote. It lies outside the repository and is only read. */
final class Corpus {
  private static final int SIZE = 470;

  private final Path folder;

  private Corpus(Path folder) {
    this.folder = folder;
  }

  /** Skips the test with a notice where the folder is absent, and fails where it is required and not whole. */
  static Corpus open() {
    Path folder = Path.of(System.getProperty("switchboard.corpus", "../shared/corpus"));
    boolean required = Boolean.getBoolean("switchboard.corpus.required");
    if (!required && !Files.isDirectory(folder)) {
      System.out.println(
          "NOTICE no corpus beside the checkout (switchboard.corpus): its payloads are not tested");
      assumeTrue(false, "no corpus");
    }
    Corpus corpus = new Corpus(folder);
    assertThat(corpus.files("").size()).as("files of the corpus").isGreaterThanOrEqualTo(SIZE);
    return corpus;
  }

  /** Payload files below a folder, by their name in the corpus, sorted. */
  List<String> files(String below) {
    assertThat(folder.resolve(below)).as("folder of the corpus").isDirectory();
    try (Stream<Path> files = Files.walk(folder.resolve(below))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.contains("/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes(String name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fields as the router reads them: a query string for {@code .txt}, else a JSON body. */
  Json fields(String name) {
    if (name.endsWith(".txt")) {
      String query = new String(bytes(name), java.nio.charset.StandardCharsets.UTF_8).strip();
      return WebhookRequest.get("/?" + query, Map.of()).json();
    }
    return Json.parse(bytes(name));
  }
}
