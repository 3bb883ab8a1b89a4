package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Outcome;
import dev.switchboard.webhooks.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a message to a number of a running sandbox and prints what happens. */
@Command(
    name = "message",
    description = "Write a message to a number of a running sandbox, and print what happens.",
    mixinStandardHelpOptions = true)
final class MessageCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin
  SandboxClient sandbox;

  @Option(
      names = "--to",
      paramLabel = "MSISDN",
      required = true,
      description = "The number that is written to.")
  String to = "";

  @Option(
      names = "--from",
      paramLabel = "MSISDN",
      description = "Who writes. Default: 447700900042.")
  String from = "447700900042";

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      description = "sms (default), mms, rcs, whatsapp, messenger or viber_service.")
  String channel = "sms";

  @Parameters(paramLabel = "TEXT", description = "What is written.")
  String text = "";

  MessageCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.sandbox = new SandboxClient(surroundings);
  }

  @Override
  public Integer call() {
    Json answer = sandbox.post(
        "/sandbox/messages", Json.object("channel", channel, "from", from, "to", to, "text", text));
    Terminal terminal = surroundings.terminal();
    terminal.line(
        terminal.bold(answer.get("transcript").text("title").orElse(from + " writes to " + to)));
    new TranscriptView(terminal).print(answer.get("transcript"));
    return Outcome.DONE.exitCode();
  }
}
