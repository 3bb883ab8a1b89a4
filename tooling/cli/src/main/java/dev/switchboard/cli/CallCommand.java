package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Outcome;
import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Calls a number of a running sandbox and prints what happens. */
@Command(
    name = "call",
    description =
        "Call a number of a running sandbox, press keys and speak, and print what happens.",
    mixinStandardHelpOptions = true)
final class CallCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin
  SandboxClient sandbox;

  @Option(
      names = "--to",
      paramLabel = "MSISDN",
      required = true,
      description = "The number that is called.")
  String to = "";

  @Option(
      names = "--from",
      paramLabel = "MSISDN",
      description = "Who calls. Default: 447700900042.")
  String from = "447700900042";

  @Option(
      names = "--press",
      paramLabel = "KEYS",
      description =
          "Keys to press when the app listens; repeatable, in order. \"say:WORDS\" speaks instead.")
  List<String> inputs = new ArrayList<>();

  CallCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.sandbox = new SandboxClient(surroundings);
  }

  @Override
  public Integer call() {
    Json call = sandbox.post("/sandbox/calls", Json.object("from", from, "to", to));
    String path = "/sandbox/calls/" + call.required("uuid");
    for (String input : inputs) {
      if (!call.flag("listens").orElse(false)) {
        break;
      }
      call = input.startsWith("say:")
          ? sandbox.post(path + "/say", Json.object("text", input.substring("say:".length())))
          : sandbox.post(path + "/press", Json.object("digits", input));
    }
    call = sandbox.post(path + "/hangup", Json.object());
    Terminal terminal = surroundings.terminal();
    terminal.line(
        terminal.bold(call.get("transcript").text("title").orElse(from + " calls " + to)));
    new TranscriptView(terminal).print(call.get("transcript"));
    return Outcome.DONE.exitCode();
  }
}
