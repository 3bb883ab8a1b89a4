package dev.switchboard.processor.check;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.model.HandlerMethod;
import dev.switchboard.processor.model.PayloadType;
import dev.switchboard.processor.model.Precedence;
import dev.switchboard.processor.model.Reach;
import dev.switchboard.processor.model.Url;
import dev.switchboard.processor.model.Urls;
import dev.switchboard.processor.model.WebhookKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether each payload has one method that takes it, as in Java's own choice between overloads. */
final class PrecedenceChecks {
  private PrecedenceChecks() {}

  static Stream<Diagnostic> check(Urls urls) {
    return urls.all().stream().flatMap(url -> {
      List<HandlerMethod> handlers = urls.methods().stream()
          .filter(url.handlers()::contains)
          .filter(method ->
              method.payload().filter(type -> type.isA(url.receives())).isPresent())
          .toList();
      return Stream.concat(clashes(handlers), catchAll(url, handlers));
    });
  }

  private static Stream<Diagnostic> clashes(List<HandlerMethod> all) {
    // One that cannot be called takes nothing from another, and has its own finding.
    List<HandlerMethod> handlers =
        all.stream().filter(method -> method.reach() == Reach.CALLABLE).toList();
    List<Diagnostic> found = new ArrayList<>();
    for (int i = 0; i < handlers.size(); i++) {
      for (int j = 0; j < i; j++) {
        HandlerMethod one = handlers.get(j);
        HandlerMethod other = handlers.get(i);
        if (Precedence.isSame(one, other)) {
          found.add(Rule.PAYLOAD_TAKEN.at(other.site(), other.spoken(), one.spoken()));
          break; // With the third of a kind, saying it once is enough.
        }
        if (Precedence.collide(one, other)
            && handlers.stream().noneMatch(method -> Precedence.decides(method, one, other))) {
          found.add(Rule.PAYLOAD_AMBIGUOUS.at(
              other.site(), one.spoken(), other.spoken(), both(one, other), both(one, other)));
        }
      }
    }
    return found.stream();
  }

  private static String both(HandlerMethod one, HandlerMethod other) {
    return Stream.of(
            narrower(one.payload(), other.payload()), narrower(one.content(), other.content()))
        .flatMap(Optional::stream)
        .map(type -> type.ref().nestedName())
        .collect(Collectors.joining(", "));
  }

  private static Optional<PayloadType> narrower(
      Optional<PayloadType> one, Optional<PayloadType> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().isA(other.get().ref()) ? one : other;
  }

  /** A lost message or status is a loss; of events most apps want a few. */
  private static Stream<Diagnostic> catchAll(Url url, List<HandlerMethod> handlers) {
    boolean matters = url.kind() == WebhookKind.INBOUND || url.kind() == WebhookKind.STATUS;
    boolean caught = handlers.stream()
        .anyMatch(method -> method.content().isEmpty()
            && method
                .payload()
                .filter(type -> type.ref().equals(url.receives()))
                .isPresent());
    if (!matters || caught || handlers.isEmpty()) {
      return Stream.empty();
    }
    HandlerMethod last = handlers.get(handlers.size() - 1);
    String taken = handlers.stream()
        .map(method -> method
            .content()
            .or(method::payload)
            .map(type -> type.ref().nestedName())
            .orElse(""))
        .distinct()
        .collect(Collectors.joining(", "));
    return Stream.of(Rule.NO_CATCH_ALL.at(
        last.annotationSite(), url.wireName(), taken, url.receives().nestedName()));
  }
}
