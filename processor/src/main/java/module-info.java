import dev.switchboard.processor.SwitchboardProcessor;
import javax.annotation.processing.Processor;

/** Annotations to manifest, router, routes and provisioner. */
// AutoService has a name but no descriptor; it is not left in the shaded jar.
@SuppressWarnings("requires-automatic")
module dev.switchboard.processor {
  requires static org.jspecify;
  requires static com.google.auto.service;
  requires static jdk.compiler;
  requires java.compiler;
  requires dev.switchboard.manifest;

  provides Processor with
      SwitchboardProcessor;
}
