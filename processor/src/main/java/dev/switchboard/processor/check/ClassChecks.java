package dev.switchboard.processor.check;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.ClassSettings;
import dev.switchboard.processor.model.HandlerClass;
import dev.switchboard.processor.model.TypeRef;
import dev.switchboard.processor.model.Urls;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What concerns the classes that an app lists. */
final class ClassChecks {
  private ClassChecks() {}

  static Stream<Diagnostic> check(Urls urls) {
    AppModel app = urls.app();
    Set<TypeRef> seen = new HashSet<>();
    return app.classes().stream().flatMap(handlers -> {
      boolean first = seen.add(handlers.type());
      Stream<Diagnostic> settings =
          handlers.settings().stream().flatMap(one -> used(handlers, one));
      if (!first) {
        return Stream.of(Rule.HANDLER_CLASS_TWICE.at(
            handlers.site(), handlers.type().nestedName(), app.type().nestedName()));
      }
      return handlers.type().equals(app.type())
          ? settings
          : Stream.concat(listed(app, handlers), settings);
    });
  }

  private static Stream<Diagnostic> listed(AppModel app, HandlerClass handlers) {
    String name = handlers.type().nestedName();
    Stream.Builder<Diagnostic> found = Stream.builder();
    if (!handlers.shape().nameable()) {
      found.add(Rule.HANDLER_CLASS_HIDDEN.at(handlers.site(), name, app.type().nestedName()));
    }
    if (handlers.shape().generic()) {
      found.add(Rule.HANDLER_CLASS_GENERIC.at(handlers.site(), name));
    }
    if (handlers.methods().isEmpty()) {
      found.add(Rule.HANDLER_CLASS_WITHOUT_METHODS.at(handlers.site(), name));
    }
    return found.build();
  }

  private static Stream<Diagnostic> used(HandlerClass handlers, ClassSettings settings) {
    boolean used = handlers.methods().stream()
        .anyMatch(method -> method.annotation().equals(settings.annotation()));
    return used
        ? Stream.empty()
        : Stream.of(Rule.CLASS_SETTINGS_UNUSED.at(
            settings.site(), settings.annotation(), handlers.type().nestedName()));
  }
}
