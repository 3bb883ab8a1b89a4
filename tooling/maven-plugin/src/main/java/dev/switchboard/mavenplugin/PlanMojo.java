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

/** Shows what apply would do. Writes nothing on the platform. */
@Mojo(name = "plan", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class PlanMojo extends Goal {
  /** Links numbers also when another application holds them. */
  @Parameter(property = "switchboard.takeNumbers", defaultValue = "false")
  boolean takeNumbers;

  /** Lets capabilities and numbers be taken away. */
  @Parameter(property = "switchboard.allowRemovals", defaultValue = "false")
  boolean allowRemovals;

  /** Lets the apply of the saved plan verify every URL before it moves numbers. */
  @Parameter(property = "switchboard.verify", defaultValue = "false")
  boolean verify;

  /** Where the plan is saved, for the parameter plan of the goal apply. Not saved unless set. */
  @Parameter(property = "switchboard.out")
  @Nullable
  File out;

  @Override
  String words() {
    return "plan";
  }

  @Override
  void run(Project apps, Console console, Report report) {
    new Deploying(apps, console, report)
        .plan(
            new Options(takeNumbers, allowRemovals, verify),
            Optional.ofNullable(out).map(File::toPath),
            true);
  }
}
