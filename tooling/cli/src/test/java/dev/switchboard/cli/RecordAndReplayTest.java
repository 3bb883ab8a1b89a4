package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What arrives at an app is written down by a process in front of it, and sent again by another. */
class RecordAndReplayTest {
  private static final Map<String, String> SECRET =
      Map.of("VONAGE_SIGNATURE_SECRET", "a-signature-secret-of-enough-bytes");

  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private HttpServer app;
  private volatile String answer = "[{\"action\":\"talk\",\"text\":\"Hello.\"}]";

  @TempDir
  Path folder = Path.of("");

  @BeforeEach
  void start() throws IOException {
    app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    app.createContext("/", exchange -> {
      authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    });
    app.start();
  }

  @AfterEach
  void stop() {
    app.stop(0);
  }

  @Test
  @Timeout(60)
  void recordsAndSendsAgain() throws IOException, InterruptedException {
    Path file = folder.resolve("calls.jsonl");
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "record",
            "--app",
            uri(),
            "--port",
            "0",
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = String.valueOf(out.readLine());
      assertThat(line).startsWith("recording on http://127.0.0.1:");
      String recorder = line.split(" ", 4)[2];
      HttpResponse<String> answered = HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(recorder + "/answer?from=447700900001"))
                  .header("Authorization", "Bearer secret-token")
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answered.body()).isEqualTo(answer);
      assertThat(out.readLine()).isEqualTo("GET /answer  200");
      process.toHandle().destroy();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(file)).contains("447700900001").doesNotContain("secret-token");

    Run same = Run.in(folder, SECRET, "replay", "--app", uri(), "calls.jsonl");
    assertThat(same.out())
        .isEqualToIgnoringNewLines("GET /answer  2001 sent, 0 answered differently");
    assertThat(same.exitCode()).isZero();
    assertThat(authorizations.get(0)).isEqualTo("Bearer secret-token");
    assertThat(authorizations.get(1)).startsWith("Bearer ey");

    answer = "[{\"action\":\"talk\",\"text\":\"Good evening.\"}]";
    Run other = Run.in(folder, SECRET, "replay", "--app", uri(), "calls.jsonl");
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.out()).contains("now  200 [{\"action\":\"talk\",\"text\":\"Good evening.\"}]");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Files.writeString(folder.resolve("broken.jsonl"), "nonsense\n");
    Files.writeString(folder.resolve("one.jsonl"), "{\"method\":\"GET\",\"path\":\"/a\"}\n");

    assertThat(Run.in(folder, "replay", "--app", uri(), "one.jsonl").exitCode()).isEqualTo(8);
    assertThat(Run.in(folder, SECRET, "replay", "--app", uri(), "none.jsonl").exitCode())
        .isEqualTo(65);
    Run broken = Run.in(folder, SECRET, "replay", "--app", uri(), "broken.jsonl");
    assertThat(broken.exitCode()).isEqualTo(65);
    assertThat(broken.err()).contains("line 1");
    assertThat(Run.in(folder, SECRET, "replay", "--app", "ftp://x", "one.jsonl").exitCode())
        .isEqualTo(64);
    String uri = uri();
    app.stop(0);
    assertThat(Run.in(folder, "replay", "--unsigned", "--app", uri, "one.jsonl").exitCode())
        .isEqualTo(9);
  }

  private String uri() {
    return "http://127.0.0.1:" + app.getAddress().getPort();
  }
}
