package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.sandbox.replay.Recorded;
import dev.switchboard.sandbox.replay.WebhookRecorder;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stands in front of an app and writes down what arrives, until the process is told to stop. */
@Command(
    name = "record",
    description =
        "Stand in front of an app, hand it every webhook, and write webhooks and answers to a file, without"
            + " secrets, until the process is stopped. Point the platform, or your tunnel, here.",
    mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--app",
      paramLabel = "URL",
      required = true,
      description = "Where the app is, such as http://localhost:8080.")
  URI app = URI.create("");

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where to listen, 0 for any free port. Default: 8485.")
  int port = 8485;

  @Parameters(
      paramLabel = "FILE",
      defaultValue = "webhooks.jsonl",
      description = "Where to write, behind what is there already. Default: ${DEFAULT-VALUE}.")
  Path file = Path.of("webhooks.jsonl");

  RecordCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Terminal terminal = surroundings.terminal();
    Path target = surroundings.folder().resolve(file);
    try (WebhookRecorder recorder = start(target)) {
      CountDownLatch stop = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown, "record-stop"));
      terminal.line("recording on " + recorder.uri() + " in front of " + app + ", into " + target);
      stop.await();
    }
    return Outcome.DONE.exitCode();
  }

  private WebhookRecorder start(Path target) throws IOException {
    try {
      return WebhookRecorder.start(port, app, target, this::tell);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(Outcome.USAGE, "--app: " + wrong.getMessage() + ".");
    } catch (BindException taken) {
      throw new CommandException(
          Outcome.FAILURE,
          "Port " + port
              + " of 127.0.0.1 is in use. Stop what listens there, or name another with --port"
              + " (0 takes any free one).");
    }
  }

  private void tell(Recorded webhook) {
    surroundings
        .terminal()
        .line(webhook.method() + " " + webhook.path() + "  "
            + (webhook.status() == 0
                ? "the app cannot be reached"
                : Integer.toString(webhook.status())));
  }
}
