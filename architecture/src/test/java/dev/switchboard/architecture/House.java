package dev.switchboard.architecture;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The modules of the house and the arrows that the design draws between them. */
final class House {
  /**
   * One module.
   *
   * @param folder below the root of the repository
   * @param arrows names of the modules it may use; what these may use is included
   */
  record Module(String name, String folder, List<String> arrows) {
    Path classes() {
      return ROOT.resolve(folder).resolve("target/classes");
    }

    Path pom() {
      return ROOT.resolve(folder).resolve("pom.xml");
    }

    String rootPackage() {
      return "dev.switchboard." + name.replace("-", "");
    }
  }

  /** Tests run in the folder of this module. */
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /** The Java that Helidon needs; an older one leaves its adapter out of the build. */
  private static final int HELIDON_NEEDS = 21;

  private static final String HELIDON = "integrations/helidon";

  /** Folders of modules that this Java leaves out of the build; a newer one holds them to the arrows. */
  static final Set<String> LEFT_OUT =
      Runtime.version().feature() >= HELIDON_NEEDS ? Set.of() : Set.of(HELIDON);

  /** The modules that this build has, by name. */
  static final Map<String, Module> MODULES = new LinkedHashMap<>();

  static {
    module("annotations", "annotations");
    module("manifest", "runtime/manifest");
    module("processor", "processor", "manifest");
    module("webhooks", "runtime/webhooks");
    module("platform-api", "runtime/platform-api");
    module("server", "runtime/server", "webhooks");
    module("client", "runtime/client", "webhooks", "platform-api");
    module("provisioning", "runtime/provisioning", "manifest", "webhooks", "platform-api");
    module("runtime", "runtime/all", "annotations", "webhooks", "server");
    module("sandbox", "runtime/sandbox", "server", "manifest");
    module("testing", "runtime/testing", "sandbox");
    module("conformance", "integrations/conformance", "webhooks");
    module("redis", "integrations/redis", "webhooks");
    module("servlet", "integrations/servlet", "webhooks");
    module("jetty", "integrations/jetty", "server");
    module("observability", "integrations/observability", "webhooks");
    module(
        "spring-boot",
        "integrations/spring-boot",
        "annotations",
        "servlet",
        "observability",
        "sandbox");
    module("aws-lambda", "integrations/aws-lambda", "webhooks");
    if (LEFT_OUT.isEmpty()) {
      module("helidon", HELIDON, "webhooks");
    }
    module("commands", "tooling/commands", "provisioning");
    module("maven-plugin", "tooling/maven-plugin", "commands", "sandbox");
    module("cli", "tooling/cli", "commands", "sandbox", "client");
  }

  private House() {}

  /** What a module may use: its arrows, and theirs. */
  static Set<String> reach(String module) {
    Set<String> reached = new TreeSet<>();
    MODULES.get(module).arrows().forEach(target -> {
      reached.add(target);
      reached.addAll(reach(target));
    });
    return reached;
  }

  private static void module(String name, String folder, String... arrows) {
    MODULES.put(name, new Module(name, folder, List.of(arrows)));
  }
}
