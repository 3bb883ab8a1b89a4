package dev.switchboard.mavenplugin;

import dev.switchboard.commands.Exporting;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.provisioning.config.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.reporting.AbstractMavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/** Shows each app in the Maven site: its call-flow as a picture, and its webhooks with the methods behind them. Needs no environment. */
@Mojo(name = "report", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class ReportMojo extends AbstractMavenReport {
  private static final String FOLDER = "switchboard";

  /** Leaves the report out. */
  @Parameter(property = "switchboard.skip", defaultValue = "false")
  boolean skip;

  /** The app's class, with or without its package, where the module and its class path have several. All apps unless set. */
  @Parameter(property = "switchboard.app")
  @Nullable
  String app;

  /** Whether the apps of the class path count too, beside those of the module. */
  @Parameter(property = "switchboard.classPath", defaultValue = "true")
  boolean classPath;

  @Override
  @SuppressWarnings(
      "deprecation") // The method in its place leads here, and every report must have this one.
  public String getOutputName() {
    return FOLDER;
  }

  @Override
  public String getName(Locale locale) {
    return "Switchboard";
  }

  @Override
  public String getDescription(Locale locale) {
    return "Webhooks and call-flow of the Vonage applications.";
  }

  /** A module without an app has no page. */
  @Override
  public boolean canGenerateReport() throws MavenReportException {
    if (skip) {
      getLog().info("left out: switchboard.skip is set");
      return false;
    }
    try {
      if (!Files.exists(Path.of(project.getBuild().getOutputDirectory()))
          || scan().isEmpty()) {
        getLog().info("no app here");
        return false;
      }
      return true;
    } catch (RuntimeException failure) {
      throw told(failure);
    }
  }

  @Override
  protected void executeReport(Locale locale) throws MavenReportException {
    try {
      Project apps = apps();
      ClassPathScan scan = scan();
      new Exporting(apps, new MavenConsole(getLog()), new Report("report"))
          .all(List.of("flow"), getReportOutputDirectory().toPath().resolve(FOLDER));
      new ReportPage(getSink(), apps.apps(scan), scan, FOLDER).render();
    } catch (RuntimeException failure) {
      throw told(failure);
    }
  }

  private ClassPathScan scan() {
    return apps().scan();
  }

  private Project apps() {
    return new Project(
        ModuleClasses.of(project, classPath),
        Optional.ofNullable(app),
        project.getBasedir().toPath().resolve(Configuration.FILE_NAME),
        Optional.empty(),
        Map.of(),
        Path.of(System.getProperty("user.home")));
  }

  private static MavenReportException told(RuntimeException failure) {
    return new MavenReportException(Wording.inMaven(String.valueOf(failure.getMessage())), failure);
  }
}
