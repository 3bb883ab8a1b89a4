package dev.switchboard.mavenplugin;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import java.io.File;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Starts the sandbox, the platform on this machine, for the rest of the build: for goals and integration tests between
 * here and sandbox-stop. Its address is the property switchboard.sandbox.address of the module, and what
 * "sandbox: true" in switchboard.yaml means to the goals that follow.
 */
@Mojo(name = "sandbox-start", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
public final class SandboxStartMojo extends AbstractMojo {
  /** Key of the running sandbox in the plugin's context for the module. */
  static final String RUNNING = "sandbox";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  @Nullable
  MavenProject project;

  /** Leaves the goal out. */
  @Parameter(property = "switchboard.skip", defaultValue = "false")
  boolean skip;

  /** Where to listen on the loopback interface; 0 for any free port. */
  @Parameter(property = "switchboard.sandbox.port", defaultValue = "8484")
  int port = 8484;

  /** The account's API key. The goals use the same unless switchboard.yaml names another. */
  @Parameter(property = "switchboard.sandbox.apiKey", defaultValue = "sandbox")
  String apiKey = "sandbox";

  /** The account's API secret; it guards nothing but the sandbox. */
  @Parameter(property = "switchboard.sandbox.apiSecret", defaultValue = "sandbox-secret")
  String apiSecret = "sandbox-secret";

  /** What webhooks are signed with. Unless set, what every sandbox signs with. */
  @Parameter(property = "switchboard.sandbox.signatureSecret")
  @Nullable
  String signatureSecret;

  /** Further numbers of the account, 7 to 15 digits each. */
  @Parameter(property = "switchboard.sandbox.numbers")
  List<String> numbers = new ArrayList<>();

  /** Takes what old clients send and the platform refuses today. */
  @Parameter(property = "switchboard.sandbox.lenient", defaultValue = "false")
  boolean lenient;

  /** Where applications, numbers and messages live, so that they outlive the build. In memory unless set. */
  @Parameter(property = "switchboard.sandbox.data")
  @Nullable
  File data;

  /**
   * What a repeated webhook is signed with: a fresh token, or the same one as the first attempt. Nobody knows what the
   * platform does.
   */
  @Parameter(property = "switchboard.sandbox.retryToken", defaultValue = "fresh")
  String retryToken = "fresh";

  /** Keeps the platform's limits on calls and requests in a second. */
  @Parameter(property = "switchboard.sandbox.rateLimits", defaultValue = "false")
  boolean rateLimits;

  /** Sends the payload of a notify action alone, without the envelope around it. */
  @Parameter(property = "switchboard.sandbox.bareNotify", defaultValue = "false")
  boolean bareNotify;

  @Override
  @SuppressWarnings("unchecked") // The context is a raw map in Maven's own interface.
  public void execute() throws MojoFailureException {
    if (skip) {
      getLog().info("left out: switchboard.skip is set");
      return;
    }
    if (getPluginContext().containsKey(RUNNING)) {
      throw new MojoFailureException(
          "A sandbox runs in this build already. Stop it with sandbox-stop before another one starts.");
    }
    Sandbox sandbox = start();
    getPluginContext().put(RUNNING, sandbox);
    Optional.ofNullable(project)
        .orElseThrow()
        .getProperties()
        .setProperty(Sandboxes.ADDRESS, sandbox.uri().toString());
    getLog()
        .info("sandbox listening on " + sandbox.uri()
            + " until sandbox-stop or the end of the build");
  }

  private boolean sameToken() {
    return switch (retryToken) {
      case "fresh" -> false;
      case "same" -> true;
      default ->
        throw new IllegalArgumentException(
            "-Dswitchboard.sandbox.retryToken is fresh or same, not \"" + retryToken + "\"");
    };
  }

  private Sandbox start() throws MojoFailureException {
    // Before the first server class loads: without it each kept-alive answer waits 40 ms.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    try {
      SandboxSettings settings = SandboxSettings.defaults()
          .port(port)
          .lenient(lenient)
          .rateLimits(rateLimits)
          .bareNotify(bareNotify)
          .apiKey(apiKey)
          .apiSecret(apiSecret)
          .sameTokenOnRetry(sameToken());
      settings =
          Optional.ofNullable(signatureSecret).map(settings::signatureSecret).orElse(settings);
      settings = Optional.ofNullable(data).map(File::toPath).map(settings::data).orElse(settings);
      for (String number : numbers) {
        settings = settings.number(number);
      }
      return Sandbox.start(settings);
    } catch (IllegalArgumentException wrong) {
      throw new MojoFailureException(
          "The sandbox cannot be set up like that: " + wrong.getMessage() + ".", wrong);
    } catch (UncheckedIOException taken) {
      throw new MojoFailureException(
          "Port " + port
              + " of 127.0.0.1 is in use. Stop what listens there, or name another with"
              + " -Dswitchboard.sandbox.port (0 takes any free one).",
          taken);
    }
  }
}
