package dev.switchboard.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/builds.md} says of an app that starts fast: packaged, run once for its archive, and started from that. */
class PackagedTest {
  private static final Pattern LISTENING = Pattern.compile("listening on (http://\\S+)");
  private static final Pattern COMMAND =
      Pattern.compile("^java (-XX:\\S+) -jar line.jar", Pattern.MULTILINE);

  @TempDir
  private Path folder;

  @Test
  void startsFromTheArchiveOfAnEarlierRun() throws Exception {
    MavenProject project = MavenProject.copy("packaged", folder.resolve("packaged"));
    MavenProject.Outcome outcome = project.build("package");
    assertThat(outcome.succeeded()).as("%s", outcome.said()).isTrue();
    Path app = project.folder().resolve("target/app");
    List<String> options = documentedOptions();

    answers(app, options.get(0));
    Path archive = app.resolve(options.get(0).substring(options.get(0).indexOf('=') + 1));
    assertThat(archive).isNotEmptyFile();

    // Strict, so that a JVM that cannot use the archive ends with an error rather than start as
    // ever.
    String strict = Runtime.version().feature() < 25 ? "-Xshare:on" : "-XX:AOTMode=on";
    answers(app, options.get(1), strict);
  }

  /** The two options that the documentation gives for this JDK, in its order: to write the archive, and to start from it. */
  private static List<String> documentedOptions() throws IOException {
    List<String> all = COMMAND
        .matcher(Files.readString(Path.of("../docs/builds.md")))
        .results()
        .map(found -> found.group(1))
        .toList();
    assertThat(all).hasSize(4);
    return Runtime.version().feature() < 25 ? all.subList(0, 2) : all.subList(2, 4);
  }

  /** Starts the packaged app, asks it what to do with a call, and stops it as a container does. */
  private static void answers(Path app, String... options) throws Exception {
    List<String> command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", "line.jar"));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(app.toFile()).redirectErrorStream(true);
    builder.environment().put("PORT", "0");
    builder.environment().put("SWITCHBOARD_INSECURE", "true");
    Process process = builder.start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String uri = null;
      for (String line = lines.readLine(); uri == null && line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        Matcher listening = LISTENING.matcher(line);
        if (listening.find()) {
          uri = listening.group(1);
          break;
        }
      }
      assertThat(uri).as("%s", said).isNotNull();
      String ncco = HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(uri + "/webhooks/answer?from=447700900000"))
                  .build(),
              BodyHandlers.ofString())
          .body();
      assertThat(ncco).isEqualTo("[{\"action\":\"talk\",\"text\":\"Hello.\"}]");
      process.toHandle().destroy(); // which, unlike Process.destroy, leaves its streams open
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }
}
