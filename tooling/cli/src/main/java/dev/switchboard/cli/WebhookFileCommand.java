package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command on an app and a file of webhooks. */
abstract class WebhookFileCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--app",
      paramLabel = "URL",
      required = true,
      description = "Where the app is, such as http://localhost:8080.")
  URI app = URI.create("");

  @Parameters(
      paramLabel = "FILE",
      defaultValue = "webhooks.jsonl",
      description = "The webhooks, one a line. Default: ${DEFAULT-VALUE}.")
  Path file = Path.of("webhooks.jsonl");

  WebhookFileCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  final Surroundings surroundings() {
    return surroundings;
  }

  final Terminal terminal() {
    return surroundings.terminal();
  }

  /** The file, against the folder of the command. */
  final Path webhooks() {
    return surroundings.folder().resolve(file);
  }

  /** Something that refuses the app's URL. */
  interface WithApp<T, E extends Exception> {
    T begin(URI app) throws E;
  }

  /** Begins something with the app's URL, which is a matter of usage where it cannot be used. */
  final <T, E extends Exception> T withApp(WithApp<T, E> work) throws E {
    try {
      return work.begin(app);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(Outcome.USAGE, "--app: " + wrong.getMessage() + ".");
    }
  }
}
