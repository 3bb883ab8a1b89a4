package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.provisioning.config.Configuration;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the sandbox until the process is told to stop. */
@Command(
    name = "sandbox",
    description =
        "Run the platform on this machine, on the loopback interface, until the process is stopped.",
    mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where to listen, 0 for any free port. Default: 8484.")
  int port = URI.create(Configuration.SANDBOX_ADDRESS).getPort();

  @Option(
      names = "--api-key",
      paramLabel = "K",
      description = "The account's API key. Default: sandbox.")
  Optional<String> apiKey = Optional.empty();

  @Option(
      names = "--api-secret",
      paramLabel = "S",
      description = "The account's API secret. Default: sandbox-secret.")
  Optional<String> apiSecret = Optional.empty();

  @Option(
      names = "--signature-secret",
      paramLabel = "X",
      description = "What webhooks are signed with.")
  Optional<String> signatureSecret = Optional.empty();

  @Option(
      names = "--number",
      paramLabel = "MSISDN",
      description = "One more number of the account; repeatable.")
  List<String> numbers = new ArrayList<>();

  @Option(
      names = "--lenient",
      description = "Take what old clients send and the platform refuses today.")
  boolean lenient;

  @Option(
      names = "--rate-limits",
      description = "Keep the platform's limits on calls and requests in a second.")
  boolean rateLimits;

  @Option(
      names = "--bare-notify",
      description = "Send the payload of a notify action alone, without the envelope around it.")
  boolean bareNotify;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "Where applications, numbers and messages live, so that they outlive the process. Default: in memory.")
  Optional<Path> data = Optional.empty();

  @Option(
      names = "--retry-token",
      paramLabel = "fresh|same",
      description =
          "What a repeated webhook is signed with: a fresh token, or the one of the first attempt. Nobody"
              + " knows what the platform does. Default: fresh.")
  RetryToken retryToken = RetryToken.fresh;

  /** As it is typed. */
  enum RetryToken {
    /** A new one for each attempt. */
    fresh,
    /** The one of the first attempt. */
    same
  }

  SandboxCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Sandbox sandbox = start()) {
      CountDownLatch stop = new CountDownLatch(1);
      // The hook of a SIGTERM: the listener is closed before the process goes, and nothing is
      // waited for.
      Thread hook = new Thread(sandbox::close, "sandbox-stop");
      Runtime.getRuntime().addShutdownHook(hook);
      surroundings.terminal().line("sandbox listening on " + sandbox.uri());
      surroundings.terminal().line("console at " + sandbox.consoleUri());
      stop.await();
    }
    return Outcome.DONE.exitCode();
  }

  private Sandbox start() {
    try {
      return Sandbox.start(settings());
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(
          Outcome.USAGE, "The sandbox cannot be set up like that: " + wrong.getMessage() + ".");
    } catch (UncheckedIOException taken) {
      throw CommandException.portTaken(port);
    }
  }

  SandboxSettings settings() {
    SandboxSettings settings = SandboxSettings.defaults()
        .port(port)
        .lenient(lenient)
        .rateLimits(rateLimits)
        .bareNotify(bareNotify)
        .sameTokenOnRetry(retryToken == RetryToken.same);
    settings = apiKey.map(settings::apiKey).orElse(settings);
    settings = apiSecret.map(settings::apiSecret).orElse(settings);
    settings = signatureSecret.map(settings::signatureSecret).orElse(settings);
    settings = data.map(settings::data).orElse(settings);
    for (String number : numbers) {
      settings = settings.number(number);
    }
    return settings;
  }
}
