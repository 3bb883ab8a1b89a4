package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.sandbox.replay.Recorded;
import dev.switchboard.sandbox.replay.WebhookRecorder;
import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stands in front of an app and writes down what arrives, until the process is told to stop. */
@Command(
    name = "record",
    description =
        "Stand in front of an app, hand it every webhook, and write webhooks and answers to a file, behind what is"
            + " there already, without secrets, until the process is stopped. Point the platform, or your tunnel, here.",
    mixinStandardHelpOptions = true)
final class RecordCommand extends WebhookFileCommand {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where to listen, 0 for any free port. Default: 8485.")
  int port = 8485;

  RecordCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    try (WebhookRecorder recorder = start()) {
      CountDownLatch stop = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown, "record-stop"));
      terminal()
          .line("recording on " + recorder.uri() + " in front of " + app + ", into " + webhooks());
      stop.await();
    }
    return Outcome.DONE.exitCode();
  }

  private WebhookRecorder start() throws IOException {
    try {
      return withApp(url -> WebhookRecorder.start(port, url, webhooks(), this::tell));
    } catch (BindException taken) {
      throw CommandException.portTaken(port);
    }
  }

  private void tell(Recorded webhook) {
    terminal()
        .line(webhook.method() + " " + webhook.path() + "  "
            + (webhook.status() == 0
                ? "the app cannot be reached"
                : Integer.toString(webhook.status())));
  }
}
