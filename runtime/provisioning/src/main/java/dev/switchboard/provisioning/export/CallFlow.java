package dev.switchboard.provisioning.export;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;

/** A Mermaid flow chart: the platform, the URLs by capability, the methods behind them. */
final class CallFlow {
  private CallFlow() {}

  static String document(Manifest manifest) {
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
            .append(quoted(shortName(handler)))
            .append("\")\n");
      }
    }
    return text.toString();
  }

  private static String label(Route route) {
    return route.capability().map(capability -> capability + " " + route.kind()).orElse("NCCO");
  }

  /** {@code PizzaLine#answer(AnswerRequest)}, without the package. */
  private static String shortName(String handler) {
    int hash = handler.indexOf('#');
    return handler.substring(handler.lastIndexOf('.', Math.max(hash, 0)) + 1);
  }

  private static String quoted(String text) {
    return text.replace("#", "&num;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
