package dev.switchboard.mavenplugin;

import dev.switchboard.commands.Console;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import dev.switchboard.commands.Upkeep;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Unlinks the numbers and deletes the application. It cannot be brought back. */
@Mojo(name = "destroy", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class DestroyMojo extends Goal {
  /** The name of the application, exactly as the platform shows it. */
  @Parameter(property = "switchboard.name")
  @Nullable
  String name;

  /** The name of the environment: lets a protected one be changed. */
  @Parameter(property = "switchboard.confirm")
  @Nullable
  String confirm;

  @Override
  String words() {
    return "destroy";
  }

  @Override
  void run(Project apps, Console console, Report report) {
    new Upkeep(apps, console, report)
        .destroy(Optional.ofNullable(name), Optional.ofNullable(confirm));
  }
}
