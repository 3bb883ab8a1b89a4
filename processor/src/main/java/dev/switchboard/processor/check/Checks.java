package dev.switchboard.processor.check;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Severity;
import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.HandlerMethod;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs every rule. */
public final class Checks {
  private static final List<Function<AppModel, Stream<Diagnostic>>> ALL = List.of(
      AppChecks::check,
      NumberChecks::check,
      CapabilityChecks::check,
      ClassChecks::check,
      MethodChecks::check,
      ParameterChecks::check,
      ReturnChecks::check,
      SettingChecks::check,
      PathChecks::check,
      UrlChecks::check,
      PrecedenceChecks::check);

  private Checks() {}

  /** All findings, without the warnings that are suppressed where they occur. */
  public static List<Diagnostic> run(AppModel app) {
    return ALL.stream()
        .flatMap(check -> check.apply(app))
        .filter(found -> !isSuppressed(app, found))
        .distinct()
        .toList();
  }

  private static boolean isSuppressed(AppModel app, Diagnostic found) {
    return found.rule().severity() == Severity.WARNING
        && suppressedAt(app, found.site().element()).contains(found.rule().id());
  }

  private static Set<String> suppressedAt(AppModel app, String element) {
    return app.methods().stream()
        .filter(method -> element.equals(method.site().element())
            || element.startsWith(method.site().element() + "/"))
        .findFirst()
        .map(HandlerMethod::suppressed)
        .orElse(app.suppressed());
  }
}
