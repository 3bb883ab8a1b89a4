package dev.switchboard.mavenplugin;

import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Documents;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.Problem;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import dev.switchboard.commands.Report.Format;
import dev.switchboard.provisioning.config.Configuration;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What all goals on apps have in common: which apps, which environment, and how the build hears of the outcome. */
abstract class Goal extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  @Nullable
  MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  @Nullable
  MavenSession session;

  @Inject
  @Nullable
  SettingsDecrypter decrypter;

  /** Leaves the goal out. */
  @Parameter(property = "switchboard.skip", defaultValue = "false")
  boolean skip;

  /** The app's class, with or without its package, where the module and its class path have several. All apps unless set. */
  @Parameter(property = "switchboard.app")
  @Nullable
  String app;

  /**
   * The file with the environments, relative to the module, else to the folder in which Maven was started. Unless set,
   * switchboard.yaml, which may be absent.
   */
  @Parameter(property = "switchboard.config")
  @Nullable
  String config;

  /** The environment. Unless set, the only one of the file, or the one called local. */
  @Parameter(property = "switchboard.env")
  @Nullable
  String env;

  /** Whether the apps of the class path count too, beside those of the module. */
  @Parameter(property = "switchboard.classPath", defaultValue = "true")
  boolean classPath;

  /**
   * Outcomes that fail the build, separated by commas: failure, changes, drift, refused, busy, stale, partial,
   * credentials, unreachable, verification, usage, invalid; or any, or never. Unless set, all but changes.
   */
  @Parameter(property = "switchboard.failOn")
  List<String> failOn = new ArrayList<>();

  /** Where the result is left: result.json, result.md and, for the test reports of a CI server, result.xml. */
  @Parameter(
      property = "switchboard.resultFolder",
      defaultValue = "${project.build.directory}/switchboard")
  File resultFolder = new File("target/switchboard");

  /** Further environment variables, for what switchboard.yaml refers to as ${NAME}. They win over the real ones. */
  @Parameter
  Map<String, String> variables = new HashMap<>();

  /** The server in settings.xml whose user name is the account's API key and whose password is its API secret. */
  @Parameter(property = "switchboard.server", defaultValue = "vonage")
  String server = "vonage";

  /** The server in settings.xml whose password is the account's signature secret. */
  @Parameter(property = "switchboard.signatureServer", defaultValue = "vonage-signature")
  String signatureServer = "vonage-signature";

  /** Does it. */
  abstract void run(Project apps, Console console, Report report);

  /** The goal's words. */
  abstract String words();

  /** Whether a module without apps is passed over; it is wherever the goal binds to the lifecycle. */
  boolean passesModulesWithoutApps() {
    return false;
  }

  /** Whether the account is needed; where it is not, nobody has to have its password. */
  boolean asksThePlatform() {
    return true;
  }

  @Override
  public final void execute() throws MojoFailureException, MojoExecutionException {
    if (skip) {
      getLog().info("left out: switchboard.skip is set");
      return;
    }
    if (mavenProject().getPackaging().equals("pom")) {
      getLog().info("left out: a module of packaging pom has no classes");
      return;
    }
    if (passesModulesWithoutApps() && hasNoSources()) {
      getLog().info("no app here");
      return;
    }
    Console console = new MavenConsole(getLog());
    Report report = new Report(words());
    try {
      var fails = FailOn.read(failOn);
      perform(console, report);
      if (fails.contains(report.outcome())) {
        throw new MojoFailureException(sentence(report));
      }
    } catch (RuntimeException failure) {
      throw early(failure, console, report);
    }
  }

  private void perform(Console console, Report report) {
    try {
      Project apps = apps();
      if (passesModulesWithoutApps() && apps.scan().isEmpty()) {
        console.line("no app here");
        return;
      }
      if (asksThePlatform() || passesModulesWithoutApps()) {
        warnOfStrangers(apps);
      }
      run(apps, console, report);
    } catch (RuntimeException failure) {
      Problem problem = Problem.of(failure);
      problem.print(console);
      report.problem(problem);
    }
    Path folder = resultFolder.toPath();
    Documents.write(folder.resolve("result.json"), report.write(Format.JSON));
    Documents.write(folder.resolve("result.md"), report.write(Format.MD));
    Documents.write(folder.resolve("result.xml"), report.write(Format.JUNIT));
  }

  /** Of a file for all modules only all modules together can tell whether a name in it is somebody's. */
  private void warnOfStrangers(Project apps) {
    if (apps.shared() && apps.isConfigured()) {
      WholeBuild.strangers(mavenSession(), apps.configuration(), apps.env())
          .forEach(sentence -> getLog().warn(sentence));
    }
  }

  private static MojoFailureException early(
      RuntimeException failure, Console console, Report report) {
    Problem problem = Problem.of(failure);
    problem.print(console);
    return new MojoFailureException(sentence(report.problem(problem)));
  }

  private static String sentence(Report report) {
    String end = "The outcome is \"" + report.outcome().word() + "\" (exit code "
        + report.outcome().exitCode() + " of the command line)";
    return report.problems().isEmpty()
        ? end + ". switchboard.failOn says what fails the build."
        : Wording.inMaven(String.join(System.lineSeparator(), report.problems()))
            + System.lineSeparator() + end + ".";
  }

  private boolean hasNoSources() {
    return mavenProject().getCompileSourceRoots().stream()
            .noneMatch(root -> Files.exists(Path.of(root)))
        && !Files.exists(Path.of(mavenProject().getBuild().getOutputDirectory()));
  }

  private Project apps() {
    Path file = configuration();
    return new Project(
        ModuleClasses.of(mavenProject(), classPath),
        Optional.ofNullable(app),
        file,
        Optional.ofNullable(env),
        variables(),
        Path.of(System.getProperty("user.home")),
        !file.startsWith(mavenProject().getBasedir().toPath()));
  }

  /** The named file, which must be there, or the usual one, which may; of the module, else of the whole build. */
  private Path configuration() {
    String name = Optional.ofNullable(config).orElse(Configuration.FILE_NAME);
    Path own = mavenProject().getBasedir().toPath().resolve(name);
    Path top = Path.of(mavenSession().getExecutionRootDirectory()).resolve(name);
    Path file = Files.exists(own) || !Files.exists(top) ? own : top;
    if (config != null && !Files.exists(file)) {
      throw new CommandException(
          Outcome.INVALID,
          file + " does not exist. Name the file with the environments in --config.");
    }
    return file;
  }

  private Map<String, String> variables() {
    Map<String, String> all = new HashMap<>(System.getenv());
    Sandboxes.addressIn(mavenProject()).ifPresent(uri -> all.put("SWITCHBOARD_SANDBOX", uri));
    variables.forEach((name, value) -> all.put(name, value == null ? "" : value));
    if (decrypter == null || !asksThePlatform()) {
      return all;
    }
    return SettingsCredentials.complete(
        all, mavenSession().getSettings(), decrypter, server, signatureServer);
  }

  final MavenProject mavenProject() {
    return Optional.ofNullable(project).orElseThrow();
  }

  final MavenSession mavenSession() {
    return Optional.ofNullable(session).orElseThrow();
  }
}
