package dev.switchboard.mavenplugin;

import dev.switchboard.sandbox.Sandbox;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Stops the sandbox that sandbox-start has started in this module. Without one it does nothing. */
@Mojo(name = "sandbox-stop", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class SandboxStopMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  @Nullable
  MavenProject project;

  @Override
  public void execute() {
    Object running = getPluginContext().remove(SandboxStartMojo.RUNNING);
    Optional.ofNullable(project).orElseThrow().getProperties().remove(Sandboxes.ADDRESS);
    if (running instanceof Sandbox sandbox) {
      sandbox.close();
      getLog().info("sandbox stopped");
    } else {
      getLog().info("no sandbox runs in this module");
    }
  }
}
