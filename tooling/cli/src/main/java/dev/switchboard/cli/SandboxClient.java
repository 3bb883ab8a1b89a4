package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.provisioning.config.Configuration;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine.Option;

/** {@code --sandbox}, and requests to the control API of the sandbox there. */
final class SandboxClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(45);

  @Option(
      names = "--sandbox",
      paramLabel = "URL",
      description = "Where the sandbox listens. Default: " + Configuration.SANDBOX_ADDRESS + ".")
  URI address = URI.create(Configuration.SANDBOX_ADDRESS);

  SandboxClient(Surroundings surroundings) {
    surroundings.variable("SWITCHBOARD_SANDBOX").map(URI::create).ifPresent(uri -> address = uri);
  }

  /** Posts to the control API and gives the answer. */
  Json post(String path, Json body) {
    return send(request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.write(), StandardCharsets.UTF_8)));
  }

  /** What the control API shows. */
  Json get(String path) {
    return send(request(path).GET());
  }

  /** Ends something. */
  void delete(String path) {
    send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT);
  }

  private Json send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HttpClient.newHttpClient()
          .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      Json answer = response.body().isBlank() ? Json.object() : Json.parse(response.body());
      if (response.statusCode() >= 300) {
        throw new CommandException(
            Outcome.FAILURE,
            "The sandbox refuses: "
                + answer.text("detail").orElse("status " + response.statusCode()) + ".");
      }
      return answer;
    } catch (IOException | JsonException noSandbox) {
      throw new CommandException(
          Outcome.UNREACHABLE,
          "There is no sandbox at " + address
              + ". Start one with \"switchboard sandbox\", or say where it is with"
              + " --sandbox.");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandException(Outcome.FAILURE, "The command was interrupted. Run it again.");
    }
  }
}
