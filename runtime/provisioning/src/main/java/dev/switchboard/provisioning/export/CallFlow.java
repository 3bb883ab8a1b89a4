package dev.switchboard.provisioning.export;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import java.util.Optional;
import java.util.function.Function;

/** A Mermaid flow chart: the platform, the URLs by capability, the methods behind them. */
final class CallFlow {
  private CallFlow() {}

  static String document(Manifest manifest, Function<String, Optional<String>> sources) {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    text.append("  platform((\"platform\"))\n");
    int url = 0;
    int method = 0;
    for (Route route : manifest.routes()) {
      String id = "url" + url++;
      text.append("  platform -- \"")
          .append(quoted(label(route)))
          .append("\" --> ")
          .append(id)
          .append("[\"")
          .append(quoted(route.method() + " " + route.path()))
          .append("\"]\n");
      for (String handler : route.handlers()) {
        text.append("  ")
            .append(id)
            .append(" --> method")
            .append(method++)
            .append("(\"")
            .append(quoted(Route.shortName(handler)
                + sources.apply(handler).map(source -> " " + source).orElse("")))
            .append("\")\n");
      }
    }
    return text.toString();
  }

  private static String label(Route route) {
    return route.capability().map(capability -> capability + " " + route.kind()).orElse("NCCO");
  }

  private static String quoted(String text) {
    return text.replace("#", "&num;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
