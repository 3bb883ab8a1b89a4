package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.sandbox.replay.Recorded;
import dev.switchboard.sandbox.replay.Replay;
import dev.switchboard.sandbox.replay.Replayed;
import dev.switchboard.sandbox.replay.WebhookFile;
import dev.switchboard.webhooks.signing.WebhookSigner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends recorded webhooks again. */
@Command(
    name = "replay",
    description =
        "Send the webhooks of a file again, each freshly signed, and compare the answers with the recorded ones."
            + " Ends with 0 when all are the same, with 1 when one differs, with 9 when the app cannot be reached.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--app",
      paramLabel = "URL",
      required = true,
      description = "Where the app is, such as http://localhost:8080.")
  URI app = URI.create("");

  @Option(
      names = "--unsigned",
      description = "Send without signatures. By default VONAGE_SIGNATURE_SECRET signs them.")
  boolean unsigned;

  @Parameters(
      paramLabel = "FILE",
      defaultValue = "webhooks.jsonl",
      description = "What record wrote. Default: ${DEFAULT-VALUE}.")
  Path file = Path.of("webhooks.jsonl");

  ReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Terminal terminal = surroundings.terminal();
    List<Replayed> exchanges = send(webhooks(), signer()).exchanges();
    exchanges.forEach(each -> terminal.line(each.toString()));
    long different = exchanges.stream().filter(each -> !each.isSame()).count();
    terminal.line(exchanges.size() + " sent, " + different + " answered differently");
    boolean reached = exchanges.stream().allMatch(each -> each.status() > 0);
    return (!reached ? Outcome.UNREACHABLE : different > 0 ? Outcome.FAILURE : Outcome.DONE)
        .exitCode();
  }

  private List<Recorded> webhooks() {
    Path source = surroundings.folder().resolve(file);
    try {
      return WebhookFile.read(source);
    } catch (IOException unreadable) {
      throw new CommandException(
          Outcome.USAGE, source + " cannot be read. \"switchboard record\" writes such a file.");
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(Outcome.INVALID, wrong.getMessage() + ".");
    }
  }

  private Replay send(List<Recorded> webhooks, Optional<WebhookSigner> signer) {
    try {
      return Replay.of(webhooks, app, signer);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(Outcome.USAGE, "--app: " + wrong.getMessage() + ".");
    }
  }

  private Optional<WebhookSigner> signer() {
    if (unsigned) {
      return Optional.empty();
    }
    String secret = surroundings
        .variable("VONAGE_SIGNATURE_SECRET")
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> new CommandException(
            Outcome.CREDENTIALS,
            "VONAGE_SIGNATURE_SECRET is not set, so that the app would refuse what is sent. Set it to the secret"
                + " that the app verifies with, or send with --unsigned."));
    return Optional.of(
        WebhookSigner.of(secret).apiKey(surroundings.variable("VONAGE_API_KEY").orElse("replay")));
  }
}
