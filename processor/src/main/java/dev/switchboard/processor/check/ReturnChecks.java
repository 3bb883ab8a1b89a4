package dev.switchboard.processor.check;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.model.HandlerMethod;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.PayloadType;
import dev.switchboard.processor.model.Reach;
import dev.switchboard.processor.model.Returns;
import dev.switchboard.processor.model.TypeRef;
import dev.switchboard.processor.model.Urls;
import dev.switchboard.processor.model.WebhookKind;
import java.util.stream.Stream;

/** Whether a method gives back what the platform reads there (voice-webhooks.md sections 4 and 6). */
final class ReturnChecks {
  private ReturnChecks() {}

  static Stream<Diagnostic> check(Urls urls) {
    return urls.methods().stream()
        .filter(method -> method.reach() != Reach.GENERIC) // Whose types cannot be told.
        .flatMap(method -> urls.kindOf(method).stream().flatMap(kind -> check(kind, method)));
  }

  private static Stream<Diagnostic> check(WebhookKind kind, HandlerMethod method) {
    Returns returns = method.returns();
    if (kind.owesNcco()) {
      if (returns.isOptional()) {
        return Stream.of(
            Rule.RETURN_OPTIONAL.at(method.site(), method.annotation(), method.spoken()));
      }
      return returns.givesNcco()
          ? Stream.empty()
          : Stream.of(Rule.RETURN_NOT_NCCO.at(
              method.site(), method.annotation(), method.spoken(), returns.type()));
    }
    if (kind == WebhookKind.WEBSOCKET) {
      return returns.shape() == Returns.Shape.AUDIO
          ? Stream.empty()
          : Stream.of(Rule.RETURN_NOT_AUDIO.at(method.site(), method.spoken(), returns.type()));
    }
    if (returns.shape() == Returns.Shape.OTHER || returns.shape() == Returns.Shape.AUDIO) {
      return Stream.of(Rule.RETURN_UNUSABLE.at(method.site(), method.spoken(), returns.type()));
    }
    if (!returns.givesNcco()) {
      return Stream.empty();
    }
    if (!mayGive(kind, method)) {
      return Stream.of(
          Rule.NCCO_IGNORED.at(method.site(), method.spoken(), received(kind, method)));
    }
    return !returns.isOptional() && isMostlyIgnored(kind, method)
        ? Stream.of(
            Rule.NCCO_MOSTLY_IGNORED.at(method.site(), method.spoken(), received(kind, method)))
        : Stream.empty();
  }

  /**
   * An NCCO for every event of a call, though most tell of what has happened and take no answer. A callback may take the wide event because
   * an input and a notify action share it, and both of them do.
   */
  private static boolean isMostlyIgnored(WebhookKind kind, HandlerMethod method) {
    return method
        .payload()
        .map(PayloadType::ref)
        .filter(ref -> ref.equals(PayloadNames.CALL_EVENT)
            || (ref.equals(PayloadNames.VOICE_EVENT) && kind == WebhookKind.EVENT))
        .isPresent();
  }

  /** A wide parameter may well be one of the events that matter; a narrow one has to be. */
  private static boolean mayGive(WebhookKind kind, HandlerMethod method) {
    if (kind != WebhookKind.EVENT && kind != WebhookKind.CALLBACK) {
      return false;
    }
    return method
        .payload()
        .map(type -> isWide(type) || PayloadNames.ANSWERED_WITH_NCCO.contains(type.ref()))
        .orElse(true); // What the method takes is wrong, and has its own rule.
  }

  private static boolean isWide(PayloadType type) {
    TypeRef ref = type.ref();
    return ref.equals(PayloadNames.VOICE_EVENT)
        || ref.equals(PayloadNames.CALL_EVENT)
        || ref.equals(PayloadNames.PAYLOAD)
        || ref.equals(PayloadNames.ANSWER_REQUEST);
  }

  private static String received(WebhookKind kind, HandlerMethod method) {
    return method
        .payload()
        .map(type -> type.ref().nestedName())
        .orElse(kind.root().nestedName());
  }
}
