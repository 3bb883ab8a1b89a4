package dev.switchboard.cli;

import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.provisioning.Account;
import dev.switchboard.provisioning.Bindings;
import dev.switchboard.provisioning.Deployment;
import dev.switchboard.provisioning.Msisdn;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import dev.switchboard.sandbox.Sandbox;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;

/** An app on this machine: deployed to a sandbox, and served by a process of its own on a port of the loopback interface. */
final class LocalApp {
  private final Manifest manifest;
  private final Sandbox sandbox;
  private final DemoFolder folder;
  private final int port;
  private final Bindings bindings;
  private final String environment;

  /**
   * An app that is neither deployed nor served yet.
   *
   * @param folder where state and keys are
   * @param environment its name, and what every value of the app is bound to
   */
  LocalApp(FoundApp app, Sandbox sandbox, DemoFolder folder, int port, String environment) {
    this.manifest = withNumber(app.manifest());
    this.sandbox = sandbox;
    this.folder = folder;
    this.port = port;
    this.environment = environment;
    this.bindings = bindings(sandbox.settings().numbers());
  }

  /** The app's manifest, with a number. */
  Manifest manifest() {
    return manifest;
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The number that people call. */
  String number() {
    return bindings.numbers().values().iterator().next().digits();
  }

  /** The engine for it, towards the sandbox. */
  Deployment deployment() {
    return Deployment.of(manifest)
        .bindings(bindings)
        .environment(environment)
        .account(new Account(
            sandbox.settings().apiKey(),
            sandbox.settings().apiSecret(),
            sandbox.uri(),
            sandbox.uri()))
        .state(new FileStateStore(folder.state()))
        .keys(new FileKeyStore(folder.keys()))
        .build();
  }

  /**
   * Starts its process, which knows the application and its key.
   *
   * @param command main class and arguments
   * @param output where it prints
   */
  AppProcess serve(List<String> command, List<Path> classPath, Redirect output) {
    return AppProcess.start(command, classPath, variables(), port, output);
  }

  /** What its process has to know, once it is deployed. */
  Map<String, String> variables() {
    String applicationId = deployment()
        .status()
        .applicationId()
        .orElseThrow(() -> new CommandException(
            Outcome.FAILURE,
            "The sandbox does not know the application that was created. Report this."));
    return Map.of(
        "PORT", Integer.toString(port),
        "SWITCHBOARD_BASE_URL", baseUrl().toString(),
        "VONAGE_SIGNATURE_SECRET", sandbox.settings().signatureSecret(),
        "VONAGE_APPLICATION_ID", applicationId,
        "VONAGE_PRIVATE_KEY_PATH", folder.privateKey().toString(),
        "VONAGE_API_HOST", sandbox.uri().toString());
  }

  /** What serves it: the named class, else the class Main beside it, else the app itself. */
  static List<String> command(FoundApp app, Optional<String> main) {
    if (main.isPresent()) {
      return List.of(main.get());
    }
    String name = app.manifest().app();
    String beside =
        name.contains(".") ? name.substring(0, name.lastIndexOf('.') + 1) + "Main" : "Main";
    return holds(app.root(), beside.replace('.', '/') + ".class")
        ? List.of(beside)
        : List.of(AppLauncher.class.getName(), name);
  }

  /** People need a number, so an app that names none gets one here. */
  private static Manifest withNumber(Manifest manifest) {
    return manifest.numbers().isEmpty()
        ? new Manifest(
            manifest.app(),
            manifest.application(),
            manifest.routes(),
            manifest.handlers(),
            manifest.values(),
            List.of("demo"))
        : manifest;
  }

  private Bindings bindings(List<String> owned) {
    if (manifest.numbers().size() > owned.size()) {
      throw new CommandException(
          Outcome.INVALID,
          manifest.app() + " names " + manifest.numbers().size()
              + " numbers, and the account here has " + owned.size()
              + ". Use \"switchboard sandbox --number\" and \"switchboard apply\" for it.");
    }
    Map<String, String> values = new LinkedHashMap<>();
    manifest.values().forEach(name -> values.put(name, environment));
    Map<String, Msisdn> numbers = new LinkedHashMap<>();
    for (int i = 0; i < manifest.numbers().size(); i++) {
      numbers.put(manifest.numbers().get(i), Msisdn.of(owned.get(i)));
    }
    return new Bindings(baseUrl(), values, numbers);
  }

  private static boolean holds(Path root, String entry) {
    if (Files.isDirectory(root)) {
      return Files.exists(root.resolve(entry));
    }
    try (ZipFile jar = new ZipFile(root.toFile())) {
      return jar.getEntry(entry) != null;
    } catch (IOException unreadable) {
      return false;
    }
  }
}
