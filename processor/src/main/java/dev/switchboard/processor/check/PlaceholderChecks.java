package dev.switchboard.processor.check;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.Nearest;
import dev.switchboard.processor.model.Placeholders;
import dev.switchboard.processor.model.Setting;
import dev.switchboard.processor.model.Site;
import dev.switchboard.processor.model.Urls;
import dev.switchboard.processor.model.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What concerns the placeholders in an app's settings. */
final class PlaceholderChecks {
  private PlaceholderChecks() {}

  static Stream<Diagnostic> check(Urls urls) {
    AppModel app = urls.app();
    return Stream.of(wellFormed(app), distinctParameters(app), spelling(app))
        .flatMap(found -> found);
  }

  private static Stream<Diagnostic> wellFormed(AppModel app) {
    return app.texts().stream()
        .map(AppModel.LabelledText::text)
        .filter(text -> Placeholders.hasMalformed(text.value()))
        .map(text -> Rule.PLACEHOLDER_MALFORMED.at(
            text.site(), text.value(), Placeholders.mended(text.value())));
  }

  /** Each placeholder and number becomes a parameter of one factory. */
  private static Stream<Diagnostic> distinctParameters(AppModel app) {
    Map<String, String> owners = new HashMap<>(Map.of("baseUrl", "the base URL"));
    Stream.Builder<Diagnostic> found = Stream.builder();
    for (Placeholders.Use use : app.placeholders()) {
      String parameter = Words.camel(use.name());
      String owner = owners.putIfAbsent(parameter, "'${" + use.name() + "}'");
      if (owner != null) {
        found.add(Rule.PLACEHOLDER_TAKEN.at(site(app, use), use.name(), owner, parameter));
      }
    }
    return found.build();
  }

  private static Site site(AppModel app, Placeholders.Use use) {
    return app.texts().stream()
        .map(AppModel.LabelledText::text)
        .filter(text -> Placeholders.in(text.value()).contains(use.name()))
        .findFirst()
        .map(Setting::site)
        .orElse(app.site());
  }

  /** Two that look alike are one that was misspelt, as a rule; each would have to be bound on its own. */
  private static Stream<Diagnostic> spelling(AppModel app) {
    List<String> before = new ArrayList<>();
    Stream.Builder<Diagnostic> found = Stream.builder();
    for (Placeholders.Use use : app.placeholders()) {
      before.stream()
          .filter(name -> Nearest.isSlip(name, use.name()))
          .findFirst()
          .ifPresent(name ->
              found.add(Rule.PLACEHOLDER_MISSPELT.at(site(app, use), use.name(), name, name)));
      before.add(use.name());
    }
    return found.build();
  }
}
