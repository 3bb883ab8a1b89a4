package dev.switchboard.processor.check;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.HandlerMethod;
import dev.switchboard.processor.model.Site;
import dev.switchboard.processor.model.Urls;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Whether the router can call a method at all. */
final class MethodChecks {
  private MethodChecks() {}

  static Stream<Diagnostic> check(Urls urls) {
    AppModel app = urls.app();
    Map<Site, HandlerMethod> seen = new HashMap<>();
    return urls.methods().stream().flatMap(method -> {
      HandlerMethod earlier = seen.putIfAbsent(method.site(), method);
      return earlier == null
          ? reachable(app, method)
          : Stream.of(
              Rule.TWO_WEBHOOKS.at(method.annotationSite(), method.spoken(), earlier.annotation()));
    });
  }

  private static Stream<Diagnostic> reachable(AppModel app, HandlerMethod method) {
    String name = method.spoken();
    return switch (method.reach()) {
      case CALLABLE -> Stream.empty();
      case PRIVATE -> Stream.of(Rule.METHOD_PRIVATE.at(method.site(), name));
      case STATIC -> Stream.of(Rule.METHOD_STATIC.at(method.site(), name));
      case ABSTRACT ->
        Stream.of(Rule.METHOD_ABSTRACT.at(method.site(), name, method.owner().nestedName()));
      case OTHER_PACKAGE ->
        Stream.of(Rule.METHOD_NOT_PUBLIC.at(method.site(), name, app.type().packageName()));
      case GENERIC -> Stream.of(Rule.METHOD_GENERIC.at(method.site(), name));
      case THROWS_THROWABLE -> Stream.of(Rule.METHOD_THROWS.at(method.site(), name));
    };
  }
}
