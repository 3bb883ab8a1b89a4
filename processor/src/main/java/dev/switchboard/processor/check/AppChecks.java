package dev.switchboard.processor.check;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.ClassShape;
import dev.switchboard.processor.model.Setting;
import dev.switchboard.processor.model.Urls;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What concerns the app class itself: its shape, its name, its prefix. */
final class AppChecks {
  private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~-]+)*");

  private AppChecks() {}

  static Stream<Diagnostic> check(Urls urls) {
    AppModel app = urls.app();
    return Stream.of(oneName(app), shape(app), prefix(app), capable(urls)).flatMap(found -> found);
  }

  private static Stream<Diagnostic> oneName(AppModel app) {
    List<Setting<String>> names = app.names();
    if (names.isEmpty()) {
      String annotation = app.capabilities().isEmpty()
          ? "SwitchboardApp"
          : app.capabilities().get(0).kind().annotation();
      return Stream.of(
          Rule.NAME_MISSING.at(app.site().at(annotation), app.type().nestedName(), annotation));
    }
    Stream<Diagnostic> blank = names.stream()
        .filter(name -> name.value().isBlank())
        .map(name -> Rule.NAME_EMPTY.at(name.site(), app.type().nestedName()));
    Stream<Diagnostic> further = names.stream()
        .skip(1)
        .map(name -> Rule.NAME_TWICE.at(
            name.site(), app.type().nestedName(), names.get(0).value()));
    return Stream.concat(blank, further);
  }

  private static Stream<Diagnostic> shape(AppModel app) {
    ClassShape shape = app.app().shape();
    String name = app.type().nestedName();
    Stream.Builder<Diagnostic> found = Stream.builder();
    if (shape.kind() != ClassShape.Kind.CLASS && shape.kind() != ClassShape.Kind.RECORD) {
      found.add(Rule.APP_NOT_A_CLASS.at(
          app.site(), name, "an " + shape.kind().name().toLowerCase(Locale.ROOT)));
    }
    if (!shape.nameable()) {
      found.add(Rule.APP_HIDDEN.at(app.site(), name));
    }
    if (shape.generic()) {
      found.add(Rule.APP_GENERIC.at(app.site(), name));
    }
    return found.build();
  }

  private static Stream<Diagnostic> prefix(AppModel app) {
    return app.prefix().stream()
        .filter(prefix -> !PREFIX.matcher(prefix.value()).matches())
        .map(prefix -> Rule.PREFIX_MALFORMED.at(prefix.site(), prefix.value()));
  }

  private static Stream<Diagnostic> capable(Urls urls) {
    AppModel app = urls.app();
    return app.capabilities().isEmpty() && urls.methods().isEmpty()
        ? Stream.of(
            Rule.NO_CAPABILITY.at(app.site().at("SwitchboardApp"), app.type().nestedName()))
        : Stream.empty();
  }
}
