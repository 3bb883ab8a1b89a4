package dev.switchboard.processor.check;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.CapabilityKind;
import dev.switchboard.processor.model.CapabilityModel;
import dev.switchboard.processor.model.ClassShape;
import dev.switchboard.processor.model.HandlerMethod;
import dev.switchboard.processor.model.Placeholders;
import dev.switchboard.processor.model.Range;
import dev.switchboard.processor.model.Setting;
import dev.switchboard.processor.model.Urls;
import dev.switchboard.processor.model.WebhookKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What concerns a capability: its settings, and the webhooks that it needs or that need it. */
final class CapabilityChecks {
  private static final Range CONVERSATIONS_TTL = new Range(0, 744);
  private static final Range LEG_PERSISTENCE = new Range(1, 31);

  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#]");

  private CapabilityChecks() {}

  static Stream<Diagnostic> check(Urls urls) {
    AppModel app = urls.app();
    return Stream.concat(
        app.capabilities().stream().flatMap(capability -> check(urls, capability)),
        urls.methods().stream().flatMap(method -> belongs(urls, method)));
  }

  private static Stream<Diagnostic> check(Urls urls, CapabilityModel capability) {
    // An annotation is no app, and has been told; nobody could give it a method.
    boolean empty = urls.app().app().shape().kind() == ClassShape.Kind.ANNOTATION;
    Stream<Diagnostic> webhooks = empty
        ? Stream.empty()
        : switch (capability.kind()) {
          case VOICE -> answers(urls, capability);
          case MESSAGES ->
            Stream.concat(
                needs(urls, capability, WebhookKind.INBOUND),
                needs(urls, capability, WebhookKind.STATUS));
          case RTC -> needs(urls, capability, WebhookKind.RTC_EVENT);
          case VERIFY -> needs(urls, capability, WebhookKind.VERIFY_STATUS);
          case VBC, NETWORK, VIDEO -> Stream.empty();
        };
    return Stream.of(
            webhooks,
            inRange(
                capability,
                "conversationsTtl",
                CONVERSATIONS_TTL,
                Rule.CONVERSATIONS_TTL_OUT_OF_RANGE),
            inRange(
                capability,
                "legPersistenceTime",
                LEG_PERSISTENCE,
                Rule.LEG_PERSISTENCE_OUT_OF_RANGE),
            signing(capability),
            redirect(capability),
            reference(capability))
        .flatMap(found -> found);
  }

  private static Stream<Diagnostic> answers(Urls urls, CapabilityModel voice) {
    return serves(urls, WebhookKind.ANSWER)
        ? Stream.empty()
        : Stream.of(Rule.NOBODY_ANSWERS.at(voice.site(), urls.app().type().nestedName()));
  }

  private static Stream<Diagnostic> needs(Urls urls, CapabilityModel capability, WebhookKind kind) {
    return serves(urls, kind)
        ? Stream.empty()
        : Stream.of(Rule.CAPABILITY_WITHOUT_WEBHOOK.at(
            capability.site(),
            capability.kind().annotation(),
            kind.annotation(),
            urls.app().type().nestedName()));
  }

  private static boolean serves(Urls urls, WebhookKind kind) {
    return urls.all().stream().anyMatch(url -> url.kind() == kind);
  }

  /** -1 is the default that the annotation itself has, and may be written out. */
  private static Stream<Diagnostic> inRange(
      CapabilityModel capability, String member, Range range, Rule rule) {
    return capability.number(member).stream()
        .filter(number -> number.value() != -1 && !range.holds(number.value()))
        .map(number -> rule.at(number.site(), number.value(), range));
  }

  private static Stream<Diagnostic> signing(CapabilityModel capability) {
    return capability.flag("signedCallbacks", true)
        ? Stream.empty()
        : Stream.of(Rule.SIGNING_OFF.at(
            capability.site().member("signedCallbacks"), capability.kind().spoken()));
  }

  /** What an environment binds may be all of it, or its scheme. */
  private static Stream<Diagnostic> redirect(CapabilityModel capability) {
    return capability.text("redirectUri").stream()
        .filter(uri -> !uri.value().isEmpty()
            && !uri.value().startsWith("${")
            && !ABSOLUTE.matcher(uri.value()).lookingAt())
        .map(uri -> Rule.REDIRECT_NOT_A_URI.at(uri.site(), uri.value()));
  }

  private static Stream<Diagnostic> reference(CapabilityModel capability) {
    return capability.text("credential").stream()
        .filter(text -> !text.value().isEmpty() && !Placeholders.isOne(text.value()))
        .map(text -> secret(text, "credential", "storage-credential"));
  }

  /** A secret is never quoted, not even in the message that rejects it. */
  static Diagnostic secret(Setting<String> text, String member, String example) {
    return Rule.SECRET_IN_SOURCE.at(text.site(), member, example);
  }

  private static Stream<Diagnostic> belongs(Urls urls, HandlerMethod method) {
    AppModel app = urls.app();
    Optional<WebhookKind> kind = urls.kindOf(method);
    if (kind.isEmpty()) {
      return unclear(app, method);
    }
    CapabilityKind capability = kind.get().capability();
    return app.has(capability)
        ? Stream.empty()
        : Stream.of(Rule.WEBHOOK_WITHOUT_CAPABILITY.at(
            method.annotationSite(),
            method.annotation(),
            capability.spoken(),
            app.type().nestedName(),
            capability.annotation(),
            app.type().nestedName()));
  }

  /** Neither the parameter nor the app tells: with one capability too many it is unclear, with none they are all missing. */
  private static Stream<Diagnostic> unclear(AppModel app, HandlerMethod method) {
    List<WebhookKind> kinds = Urls.kinds(method.annotation());
    WebhookKind one = kinds.get(0);
    WebhookKind other = kinds.get(1);
    if (app.has(one.capability()) && app.has(other.capability())) {
      return Stream.of(Rule.CAPABILITY_UNCLEAR.at(
          method.annotationSite(),
          method.annotation(),
          method.spoken(),
          one.capability().spoken() + " or " + other.capability().spoken(),
          one.root().simpleName() + " or " + other.root().simpleName()));
    }
    return Stream.of(Rule.WEBHOOK_WITHOUT_CAPABILITY.at(
        method.annotationSite(),
        method.annotation(),
        one.capability().spoken() + " or " + other.capability().spoken(),
        app.type().nestedName(),
        one.capability().annotation() + " or @" + other.capability().annotation(),
        app.type().nestedName()));
  }
}
