package dev.switchboard.processor.check;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.model.HandlerMethod;
import dev.switchboard.processor.model.Parameter;
import dev.switchboard.processor.model.Parameter.Role;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.Reach;
import dev.switchboard.processor.model.TypeRef;
import dev.switchboard.processor.model.Urls;
import dev.switchboard.processor.model.WebhookKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a method asks for what the router has. */
final class ParameterChecks {
  /** What a URL that NCCOs refer to can receive: the events of actions, and the request of a callee's own answer URL. */
  private static final List<TypeRef> CALLBACK_ROOTS =
      List.of(PayloadNames.VOICE_EVENT, PayloadNames.ANSWER_REQUEST);

  private ParameterChecks() {}

  static Stream<Diagnostic> check(Urls urls) {
    return urls.methods().stream()
        .flatMap(method -> Stream.concat(payload(urls, method), further(urls, method)));
  }

  private static Stream<Diagnostic> payload(Urls urls, HandlerMethod method) {
    List<WebhookKind> kinds =
        urls.kindOf(method).map(List::of).orElseGet(() -> Urls.kinds(method.annotation()));
    List<TypeRef> roots = kinds.size() == 1
        ? roots(kinds.get(0))
        : kinds.stream().flatMap(kind -> roots(kind).stream()).toList();
    Optional<Parameter> first = method.first();
    if (first.isPresent() && roots.stream().anyMatch(first.get()::takes)) {
      return contradiction(method, first.get());
    }
    if (method.reach() == Reach.GENERIC) {
      return Stream.empty(); // Said by the rule about type parameters.
    }
    String wanted = roots.stream().map(TypeRef::nestedName).collect(Collectors.joining(" or "));
    if (first.isEmpty()) {
      return Stream.of(
          Rule.PARAMETER_MISSING.at(method.site(), method.annotation(), method.spoken(), wanted));
    }
    // Said by the rule about contents.
    return first.get().role() == Role.CONTENT
        ? Stream.empty()
        : Stream.of(Rule.PARAMETER_WRONG.at(
            first.get().site(),
            method.annotation(),
            method.spoken(),
            first.get().type(),
            wanted,
            wanted + " or a type below it"));
  }

  private static List<TypeRef> roots(WebhookKind kind) {
    return kind == WebhookKind.CALLBACK ? CALLBACK_ROOTS : List.of(kind.root());
  }

  private static Stream<Diagnostic> contradiction(HandlerMethod method, Parameter first) {
    return method.settings().capability().stream()
        .flatMap(stated -> Urls.kinds(method.annotation()).stream()
            .filter(kind ->
                first.takes(kind.root()) && !kind.capability().name().equals(stated.value()))
            .map(kind -> Rule.CAPABILITY_CONTRADICTED.at(
                stated.site(),
                stated.value(),
                method.spoken(),
                first.type(),
                kind.capability().spoken())));
  }

  private static Stream<Diagnostic> further(Urls urls, HandlerMethod method) {
    boolean messages = urls.kindOf(method).filter(WebhookKind.INBOUND::equals).isPresent();
    Set<Role> seen = EnumSet.noneOf(Role.class);
    Stream.Builder<Diagnostic> found = Stream.builder();
    List<Parameter> parameters = method.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (parameter.role() == Role.CONTENT && (!messages || i == 0)) {
        found.add(
            Rule.CONTENT_WITHOUT_MESSAGE.at(parameter.site(), method.spoken(), parameter.type()));
      } else if (parameter.role() == Role.OTHER && i > 0) {
        found.add(Rule.PARAMETER_UNKNOWN.at(parameter.site(), parameter.type(), method.spoken()));
      } else if (parameter.role() == Role.STATE && parameter.state().isEmpty()) {
        found.add(Rule.STATE_NOT_A_CLASS.at(parameter.site(), argument(parameter.type())));
      } else if (!seen.add(parameter.role())) {
        found.add(
            Rule.PARAMETER_TWICE.at(parameter.site(), method.spoken(), spoken(parameter.role())));
      }
    }
    return found.build();
  }

  private static String argument(String type) {
    int open = type.indexOf('<');
    return open < 0 ? "?" : type.substring(open + 1, type.length() - 1);
  }

  private static String spoken(Role role) {
    return switch (role) {
      case PAYLOAD -> "what the webhook brings";
      case CONTENT -> "the content";
      case REQUEST -> "the request";
      case STATE -> "the state";
      case OTHER -> "the same";
    };
  }
}
