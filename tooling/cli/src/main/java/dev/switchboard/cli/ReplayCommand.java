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
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends recorded webhooks again. */
@Command(
    name = "replay",
    description =
        "Send the webhooks of a file again, each freshly signed, and compare the answers with the recorded ones."
            + " Ends with 0 when all are the same, with 1 when one differs, with 9 when the app cannot be reached.",
    mixinStandardHelpOptions = true)
final class ReplayCommand extends WebhookFileCommand {
  @Option(
      names = "--unsigned",
      description = "Send without signatures. By default VONAGE_SIGNATURE_SECRET signs them.")
  boolean unsigned;

  ReplayCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    List<Recorded> recorded = recorded();
    Optional<WebhookSigner> signer = signer();
    List<Replayed> exchanges = withApp(url -> Replay.of(recorded, url, signer)).exchanges();
    exchanges.forEach(each -> terminal().line(each.toString()));
    long different = exchanges.stream().filter(each -> !each.isSame()).count();
    terminal().line(exchanges.size() + " sent, " + different + " answered differently");
    boolean reached = exchanges.stream().allMatch(each -> each.status() > 0);
    return (!reached ? Outcome.UNREACHABLE : different > 0 ? Outcome.FAILURE : Outcome.DONE)
        .exitCode();
  }

  private List<Recorded> recorded() {
    try {
      return WebhookFile.read(webhooks());
    } catch (IOException unreadable) {
      throw new CommandException(
          Outcome.INVALID,
          webhooks() + " cannot be read. \"switchboard record\" writes such a file.");
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(Outcome.INVALID, wrong.getMessage() + ".");
    }
  }

  private Optional<WebhookSigner> signer() {
    if (unsigned) {
      return Optional.empty();
    }
    String secret = surroundings()
        .variable("VONAGE_SIGNATURE_SECRET")
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> new CommandException(
            Outcome.CREDENTIALS,
            "VONAGE_SIGNATURE_SECRET is not set, so that the app would refuse what is sent. Set it to the secret"
                + " that the app verifies with, or send with --unsigned."));
    return Optional.of(WebhookSigner.of(secret)
        .apiKey(surroundings().variable("VONAGE_API_KEY").orElse("replay")));
  }
}
