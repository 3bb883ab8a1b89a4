package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sandbox as scripts use it: a process that says where it listens and goes when told. */
class SandboxProcessTest {
  @Test
  @Timeout(60)
  void saysWhereItListensAndStopsWithinASecond() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "sandbox",
            "--port",
            "0",
            "--api-key",
            "some-key",
            "--api-secret",
            "some-secret",
            "--signature-secret",
            "some-signature-secret")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = String.valueOf(out.readLine());
      assertThat(line).matches("sandbox listening on http://127\\.0\\.0\\.1:[1-9][0-9]*");
      assertThat(out.readLine()).startsWith("console at http://127.0.0.1:").contains("#token=");
      URI applications =
          URI.create(line.substring("sandbox listening on ".length()) + "/v2/applications");
      assertThat(status(applications, "some-key:some-secret")).isEqualTo(200);
      assertThat(status(applications, "some-key:other")).isEqualTo(401);

      Instant told = Instant.now();
      process.toHandle().destroy(); // Unlike Process.destroy it leaves the output open.

      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(1));
      assertThat(out.readLine()).isNull();
    } finally {
      process.destroyForcibly();
    }
  }

  private static int status(URI uri, String credentials) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri)
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
        .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
