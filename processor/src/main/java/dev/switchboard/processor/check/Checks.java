package dev.switchboard.processor.check;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Severity;
import dev.switchboard.processor.model.HandlerMethod;
import dev.switchboard.processor.model.Urls;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs every rule. */
public final class Checks {
  private static final List<Function<Urls, Stream<Diagnostic>>> ALL = List.of(
      AppChecks::check,
      PlaceholderChecks::check,
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
  public static List<Diagnostic> run(Urls urls) {
    Set<Diagnostic> all = new LinkedHashSet<>();
    for (Function<Urls, Stream<Diagnostic>> check : ALL) {
      check.apply(urls).filter(found -> !isSuppressed(urls, found)).forEach(all::add);
    }
    return List.copyOf(all);
  }

  private static boolean isSuppressed(Urls urls, Diagnostic found) {
    return found.rule().severity() == Severity.WARNING
        && suppressedAt(urls, found.site().element()).contains(found.rule().id());
  }

  private static Set<String> suppressedAt(Urls urls, String element) {
    return urls.methods().stream()
        .filter(method -> element.equals(method.site().element())
            || element.startsWith(method.site().element() + "/"))
        .findFirst()
        .map(HandlerMethod::suppressed)
        .orElse(urls.app().suppressed());
  }
}
