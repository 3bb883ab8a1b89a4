package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.sandbox.Rest.Reply;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests that others wrote for the Application API are taken, but for what the platform is known to refuse. */
class CorpusApplicationsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("switchboard.corpus", "none"), "applications");

  private static final String OLD_TIMEOUT = "connection_timeout"; // the live platform answers 400
  private static final String NO_NAME = "\"name\":\"name\""; // the one field that is required

  /** What is refused, and the part of the refusal that says why. Each reason is a rule of the platform's own. */
  private static final Map<String, String> REFUSED = Map.of(
      "create-application-request-spec.json", OLD_TIMEOUT,
      "request-meetings-messages-network-apis-rtc-v-sandbox-2.json", OLD_TIMEOUT,
      "request-voice-java.json", OLD_TIMEOUT,
      "request-messages-java.json", "status_url.http_method", // POST only
      "request-messages-java-2.json", NO_NAME,
      "request-network-apis-java.json", NO_NAME,
      "request-rtc-java.json", NO_NAME,
      "request-verify-java.json", NO_NAME,
      "request-messages-network-apis-rtc-vbc-verify-dotnet.json",
          "socket_timeout"); // below 1000 ms

  @Test
  void takesTheRequests() throws IOException {
    assumeTrue(
        Files.isDirectory(FOLDER) || Boolean.getBoolean("switchboard.corpus.required"),
        "The corpus is not beside this checkout: its requests are not tried.");
    Map<String, String> refused = new TreeMap<>();
    int taken = 0;
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults());
        Stream<Path> files = Files.list(FOLDER)) {
      Rest rest = new Rest(sandbox);
      for (Path file : files.filter(CorpusApplicationsTest::isRequest).sorted().toList()) {
        Json body = Json.parse(Files.readAllBytes(file));
        Reply reply = rest.json("POST", "/v2/applications", body.write());
        if (reply.status() == 201) {
          taken++;
        } else {
          refused.put(file.getFileName().toString(), reply.body());
        }
      }
    }
    assertThat(taken).isPositive();
    assertThat(refused.keySet()).isEqualTo(REFUSED.keySet());
    refused.forEach((file, answer) ->
        assertThat(answer).as(file).contains(REFUSED.getOrDefault(file, "a listed reason")));
  }

  private static boolean isRequest(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("request-") || name.startsWith("create-application-request");
  }
}
