package dev.switchboard.webhooks;

import dev.switchboard.webhooks.ncco.Finding;
import dev.switchboard.webhooks.ncco.Finding.Severity;
import dev.switchboard.webhooks.ncco.Ncco;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at every NCCO before it is sent. An NCCO that is a constant is looked at once. */
final class NccoGate {
  private static final Logger LOG = System.getLogger(Webhooks.class.getName());

  private final NccoChecks checks;
  private final WebhookObserver observer;

  /** Warnings that were logged: at most one for each URL and rule. */
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  NccoGate(WebhookSettings settings) {
    this.checks = settings.nccoChecks();
    this.observer = settings.observer();
  }

  /** The answer instead of an NCCO that may not be sent; null where it may. */
  @Nullable
  WebhookResponse refusal(RouteTable.Entry entry, Ncco ncco) {
    List<Finding> all = ncco.check();
    if (all.isEmpty()) {
      return null;
    }
    List<Finding> errors = of(Severity.ERROR, all);
    List<Finding> warnings = of(Severity.WARNING, all);
    if (!errors.isEmpty() || !warnings.isEmpty()) {
      tell(entry, all);
    }
    warn(entry, warnings);
    if (errors.isEmpty()) {
      return null;
    }
    boolean fail = checks == NccoChecks.FAIL;
    String id = UUID.randomUUID().toString();
    LOG.log(
        Level.ERROR,
        (fail ? "Error " + id + ": the" : "The") + " NCCO of " + place(entry)
            + (fail
                ? " is not sent, since the platform would refuse it:"
                : " is sent, and the platform may refuse it:")
            + lines(errors));
    return fail ? Problems.failed(id) : null;
  }

  private void warn(RouteTable.Entry entry, List<Finding> warnings) {
    List<Finding> fresh = warnings.stream()
        .filter(finding -> warned.add(place(entry) + ' ' + finding.rule()))
        .toList();
    if (!fresh.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "The NCCO of " + place(entry) + " may not do what it says:" + lines(fresh));
    }
  }

  private void tell(RouteTable.Entry entry, List<Finding> findings) {
    try {
      observer.found(entry.router().app(), entry.route().kind(), findings);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The webhook observer failed.", e);
    }
  }

  private static String place(RouteTable.Entry entry) {
    return entry.router().app() + " at " + entry.route().path();
  }

  private static String lines(List<Finding> findings) {
    return findings.stream().map(finding -> "\n  " + finding).collect(Collectors.joining());
  }

  private static List<Finding> of(Severity severity, List<Finding> findings) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }
}
