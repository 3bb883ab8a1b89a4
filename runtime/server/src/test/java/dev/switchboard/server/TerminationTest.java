package dev.switchboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A process that is told to end, as containers and service managers do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "ends a process without telling it")
class TerminationTest {
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

  @Test
  void finishesWhatIsInFlightBeforeItEnds() throws Exception {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HeldApp.class.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    try (BufferedReader said = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      URI uri =
          URI.create("http://127.0.0.1:" + said.readLine().substring("port ".length()) + "/held");
      CompletableFuture<HttpResponse<String>> answer =
          client.sendAsync(webhook(uri), BodyHandlers.ofString());
      assertThat(said.readLine()).isEqualTo("in hand");

      process.toHandle().destroy(); // which, unlike Process.destroy, leaves its streams open
      URI health = uri.resolve(WebhookService.HEALTH);
      while (status(health) == 200) {
        Thread.onSpinWait(); // until it has heard
      }
      assertThat(status(health)).isEqualTo(503);
      assertThat(client.send(webhook(uri), BodyHandlers.discarding()).statusCode())
          .isEqualTo(503);

      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      assertThat(answer.get(30, TimeUnit.SECONDS).body())
          .isEqualTo("[{\"action\":\"talk\",\"text\":\"done\"}]");
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static HttpRequest webhook(URI uri) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{}"))
        .build();
  }

  private int status(URI uri) throws Exception {
    return client
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
        .statusCode();
  }
}
