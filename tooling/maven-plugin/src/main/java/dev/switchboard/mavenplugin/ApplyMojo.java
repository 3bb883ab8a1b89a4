package dev.switchboard.mavenplugin;

import dev.switchboard.commands.Console;
import dev.switchboard.commands.Deploying;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import dev.switchboard.provisioning.Options;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Makes the platform what the manifests say. A second apply changes nothing. */
@Mojo(name = "apply", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class ApplyMojo extends Goal {
  /** Links numbers also when another application holds them. */
  @Parameter(property = "switchboard.takeNumbers", defaultValue = "false")
  boolean takeNumbers;

  /** Lets capabilities and numbers be taken away. */
  @Parameter(property = "switchboard.allowRemovals", defaultValue = "false")
  boolean allowRemovals;

  /** The name of the environment: lets a protected one be changed. */
  @Parameter(property = "switchboard.confirm")
  @Nullable
  String confirm;

  /** Sends a signed synthetic webhook to every URL before numbers are moved, and moves none where one fails. */
  @Parameter(property = "switchboard.verify", defaultValue = "false")
  boolean verify;

  /** A plan that the goal plan saved: it is carried out as it was shown, or refused. Without it a new plan is made. */
  @Parameter(property = "switchboard.plan")
  @Nullable
  File plan;

  @Override
  String words() {
    return "apply";
  }

  @Override
  void run(Project apps, Console console, Report report) {
    Deploying deploying = new Deploying(apps, console, report);
    if (plan != null) {
      deploying.applySaved(plan.toPath(), Optional.ofNullable(confirm));
    } else {
      deploying.apply(
          new Options(takeNumbers, allowRemovals, verify), Optional.ofNullable(confirm));
    }
  }
}
