package dev.switchboard.processor.check;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.CapabilityKind;
import dev.switchboard.processor.model.Placeholders;
import dev.switchboard.processor.model.Setting;
import dev.switchboard.processor.model.Urls;
import dev.switchboard.processor.model.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What concerns the names of numbers. */
final class NumberChecks {
  private static final Pattern DIGITS = Pattern.compile("[+(]?[0-9][0-9 ()/.-]*");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*(?:[-_][a-zA-Z0-9]+)*");

  private NumberChecks() {}

  static Stream<Diagnostic> check(Urls urls) {
    AppModel app = urls.app();
    Map<String, String> owners = new HashMap<>();
    app.placeholders().stream()
        .map(Placeholders.Use::name)
        .forEach(name -> owners.putIfAbsent(Words.camel(name), name));
    Map<String, String> numbers = new HashMap<>();
    return Stream.concat(
        used(app), app.numbers().stream().flatMap(number -> check(number, owners, numbers)));
  }

  private static Stream<Diagnostic> used(AppModel app) {
    boolean reached = app.has(CapabilityKind.VOICE) || app.has(CapabilityKind.MESSAGES);
    return reached || app.numbers().isEmpty() || app.capabilities().isEmpty()
        ? Stream.empty()
        : Stream.of(Rule.NUMBERS_UNUSED.at(
            app.numbers().get(0).site().member("numbers"), app.type().nestedName()));
  }

  private static Stream<Diagnostic> check(
      Setting<String> number, Map<String, String> placeholders, Map<String, String> numbers) {
    String name = number.value();
    if (DIGITS.matcher(name).matches()) {
      return Stream.of(Rule.NUMBER_IS_DIGITS.at(number.site(), name));
    }
    if (!isName(name)) {
      String meant = Words.name(name);
      return Stream.of(
          Rule.NUMBER_MALFORMED.at(number.site(), name, isName(meant) ? meant : "support-line"));
    }
    String parameter = Words.camel(name);
    String placeholder = placeholders.get(parameter);
    if (placeholder != null) {
      return Stream.of(Rule.PLACEHOLDER_TAKEN.at(
          number.site(), placeholder, "the number \"" + name + "\"", parameter));
    }
    String earlier = numbers.putIfAbsent(parameter, name);
    return earlier == null
        ? Stream.empty()
        : Stream.of(Rule.NUMBER_TWICE.at(number.site(), name, earlier));
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches() && !Words.camel(text).equals("baseUrl");
  }
}
