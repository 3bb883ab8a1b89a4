package dev.switchboard.processor.check;

import static dev.switchboard.processor.model.CapabilityKind.MESSAGES;
import static dev.switchboard.processor.model.CapabilityKind.NETWORK;
import static dev.switchboard.processor.model.CapabilityKind.RTC;
import static dev.switchboard.processor.model.CapabilityKind.VBC;
import static dev.switchboard.processor.model.CapabilityKind.VERIFY;
import static dev.switchboard.processor.model.CapabilityKind.VIDEO;
import static dev.switchboard.processor.model.CapabilityKind.VOICE;
import static dev.switchboard.processor.model.Handler.answer;
import static dev.switchboard.processor.model.Handler.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.model.ClassShape;
import dev.switchboard.processor.model.Draft;
import dev.switchboard.processor.model.Handler;
import dev.switchboard.processor.model.Parameter.Role;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.Reach;
import dev.switchboard.processor.model.Returns.Shape;
import dev.switchboard.processor.model.Site;
import dev.switchboard.processor.model.TypeRef;
import dev.switchboard.processor.model.UrlSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule on the model alone; the rejected fixtures show the same rules through a compiler. */
class ChecksTest {
  private static final TypeRef TEXT =
      TypeRef.of("dev.switchboard.webhooks.messages", "Content", "Text");
  private static final TypeRef DESK = TypeRef.of("acme", "Desk");

  private static List<String> ids(Draft draft) {
    return Checks.run(draft.urls()).stream().map(found -> found.rule().id()).toList();
  }

  private static String only(Draft draft) {
    List<Diagnostic> found = Checks.run(draft.urls());
    assertThat(found).hasSize(1);
    return found.get(0).text();
  }

  private static Draft voice(Handler... handlers) {
    return Draft.app(VOICE).with(answer()).with(handlers);
  }

  private static Handler event() {
    return on("EventUrl", "event").takes(PayloadNames.VOICE_EVENT);
  }

  private static Handler inbound() {
    return on("InboundUrl", "inbound").takes(PayloadNames.INBOUND_MESSAGE);
  }

  private static Handler status() {
    return on("StatusUrl", "status").takes(PayloadNames.MESSAGE_STATUS);
  }

  @Test
  void anAppThatIsRightIsLeftAlone() {
    assertThat(ids(voice(event()))).isEmpty();
    assertThat(ids(Draft.app(MESSAGES).with(inbound(), status()))).isEmpty();
    assertThat(ids(Draft.app(RTC).with(on("EventUrl", "e").takes(PayloadNames.RTC_EVENT))))
        .isEmpty();
    assertThat(ids(Draft.app(VERIFY).with(on("StatusUrl", "s").takes(PayloadNames.VERIFY_EVENT))))
        .isEmpty();
    assertThat(ids(Draft.app(VBC, NETWORK, VIDEO))).isEmpty();
  }

  @Test
  void oneName() {
    assertThat(only(voice().unnamed())).contains("'Line' has no name", "@VoiceApp", "SWB101");
    assertThat(only(Draft.app(VBC).unnamed())).contains("@VbcApp");
    assertThat(ids(Draft.app().unnamed())).containsExactly("SWB101", "SWB122");
    assertThat(only(voice().named("Other"))).contains("already has the name \"Line\"", "SWB102");
    assertThat(only(voice().unnamed().named(" "))).contains("SWB103");
  }

  @Test
  void aCapabilityIsNeeded() {
    assertThat(only(Draft.app())).contains("'Line' has no capability", "SWB122");
    assertThat(ids(Draft.app().with(event()))).containsExactly("SWB114");
  }

  @Test
  void placeholders() {
    assertThat(ids(voice().text("name", "a ${b} c"))).isEmpty();
    assertThat(only(voice().text("name", "a ${b c"))).contains("\"a ${b c\"", "SWB104");
    assertThat(only(voice().text("name", "${a-b} ${a.b}")))
        .contains("'${a.b}'", "'${a-b}'", "'aB'", "SWB105");
    assertThat(only(voice().text("name", "${base-url}"))).contains("the base URL", "SWB105");
    assertThat(only(voice().text("name", "${main-line}").number("mainLine")))
        .contains("the number \"mainLine\"", "SWB105");
  }

  @Test
  void aPlaceholderThatLooksLikeAnother() {
    Draft draft = voice().text("name", "${stage} ${tenant}").text("redirectUri", "${stgae}");
    assertThat(only(draft))
        .contains("'${stgae}' looks like '${stage}'", "Write ${stage},", "SWB124");
    assertThat(ids(draft.suppressing("SWB124"))).isEmpty();
    assertThat(ids(voice().text("name", "${a} ${stage} ${stage}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "447700900000, SWB106",
    "+44 7700, SWB106",
    "(0)77, SWB106",
    "a b, SWB107",
    "-a, SWB107",
    "baseUrl, SWB107",
    "base-url, SWB107",
    "9a, SWB107",
    "'', SWB107"
  })
  void namesOfNumbers(String name, String id) {
    assertThat(ids(voice().number(name))).containsExactly(id);
  }

  @Test
  void whatWasMeantIsOffered() {
    assertThat(only(voice().number("the 2nd line!"))).contains("words: \"the-2nd-line\".");
    assertThat(only(voice().number("base-url"))).contains("words: \"support-line\".");
    assertThat(only(voice().number("!"))).contains("words: \"support-line\".");
    assertThat(only(voice().text("name", "${a} ${the stage} ${c d}")))
        .contains("Write ${the-stage}:");
    assertThat(only(voice().text("name", "${ b"))).contains("Write ${b}:");
    assertThat(only(voice().text("name", "${}"))).contains("Write ${name}:");
  }

  @Test
  void aNumberOnce() {
    assertThat(ids(voice().number("support-line").number("night_line"))).isEmpty();
    assertThat(only(voice().number("support-line").number("support-line"))).contains("SWB108");
  }

  @ParameterizedTest
  @CsvSource({"/a, true", "'', true", "/a/b-c_d.e~f, true", "a, false", "/a/, false", "/a b, false"
  })
  void prefixes(String prefix, boolean right) {
    assertThat(ids(voice().prefix(prefix))).isEqualTo(right ? List.of() : List.of("SWB109"));
  }

  @ParameterizedTest
  @CsvSource({
    "conversationsTtl, 0, ''", "conversationsTtl, 744, ''", "conversationsTtl, -1, ''",
    "conversationsTtl, 745, SWB110", "conversationsTtl, -2, SWB110", "legPersistenceTime, 1, ''",
    "legPersistenceTime, 31, ''", "legPersistenceTime, -1, ''", "legPersistenceTime, 0, SWB111",
    "legPersistenceTime, 32, SWB111"
  })
  void rangesOfVoiceSettings(String member, int value, String id) {
    assertThat(ids(Draft.app().capability(VOICE, member, value).with(answer())))
        .isEqualTo(id.isEmpty() ? List.of() : List.of(id));
  }

  @Test
  void capabilitiesNeedTheirWebhooks() {
    assertThat(ids(Draft.app(MESSAGES))).containsExactly("SWB112", "SWB112");
    assertThat(only(Draft.app(MESSAGES).with(inbound()))).contains("@StatusUrl", "SWB112");
    assertThat(only(Draft.app(RTC))).contains("@RtcApp", "@EventUrl", "SWB112");
    assertThat(only(Draft.app(VERIFY))).contains("@VerifyApp", "@StatusUrl", "SWB112");
    assertThat(only(Draft.app(VOICE))).contains("SWB113");
    assertThat(ids(Draft.app(VOICE).suppressing("SWB113"))).isEmpty();
    assertThat(only(Draft.app(VBC).with(answer())))
        .contains("@AnswerUrl", "capability voice", "@VoiceApp", "SWB114");
  }

  @Test
  void theCapabilityHasToBeClear() {
    Handler untold = on("EventUrl", "untold").takes(TypeRef.of("acme", "Own"));
    Draft both = Draft.app(VOICE, RTC)
        .with(answer(), on("EventUrl", "e").takes(PayloadNames.RTC_EVENT), untold);
    assertThat(ids(both)).containsExactly("SWB312", "SWB206");
    assertThat(ids(Draft.app(VBC).with(untold))).containsExactly("SWB114", "SWB206");
    assertThat(ids(voice(
            on("EventUrl", "said").says("capability", "VOICE").takes(TypeRef.of("acme", "Own")))))
        .containsExactly("SWB206");
    assertThat(only(voice(event().says("capability", "RTC"))))
        .contains("capability = RTC", "VoiceEvent", "voice", "SWB313");
    assertThat(ids(voice(event().says("capability", "VOICE")))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ClassShape.Kind.class)
  void kindsOfApp(ClassShape.Kind kind) {
    boolean right = kind == ClassShape.Kind.CLASS || kind == ClassShape.Kind.RECORD;
    assertThat(ids(voice().shaped(Draft.shape(kind, true, true, false))))
        .isEqualTo(right ? List.of() : List.of("SWB115"));
  }

  @Test
  void appsHaveToBeNamed() {
    assertThat(ids(voice().shaped(Draft.shape(ClassShape.Kind.CLASS, false, false, false))))
        .containsExactly("SWB116");
    assertThat(ids(voice().shaped(Draft.shape(ClassShape.Kind.CLASS, false, true, true))))
        .containsExactly("SWB117");
  }

  @Test
  void handlerClasses() {
    ClassShape right = Draft.shape(ClassShape.Kind.CLASS, true, true, false);
    assertThat(ids(voice().listing(DESK, right, event()))).isEmpty();
    assertThat(ids(voice().listing(DESK, right))).containsExactly("SWB119");
    assertThat(ids(voice().listing(DESK, right, event()).listing(DESK, right, event())))
        .containsExactly("SWB120");
    assertThat(ids(voice().listing(Draft.LINE, right))).containsExactly("SWB120");
    assertThat(ids(
            voice().listing(DESK, Draft.shape(ClassShape.Kind.CLASS, false, false, true), event())))
        .containsExactly("SWB118", "SWB121");
    assertThat(only(voice().onClass("EventUrl", UrlSettings.NONE))).contains("'Line'", "SWB218");
    assertThat(ids(voice(event()).onClass("EventUrl", UrlSettings.NONE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CALLABLE, ''",
    "PRIVATE, SWB210",
    "STATIC, SWB211",
    "ABSTRACT, SWB212",
    "OTHER_PACKAGE, SWB213",
    "GENERIC, SWB214",
    "THROWS_THROWABLE, SWB215"
  })
  void methodsHaveToBeReached(Reach reach, String id) {
    assertThat(ids(voice(event().reached(reach))))
        .isEqualTo(id.isEmpty() ? List.of() : List.of(id));
  }

  @Test
  void oneWebhookForAMethod() {
    Draft twice = voice(
        event(), on("CallbackUrl", "event").takes(PayloadNames.VOICE_EVENT).says("path", "/other"));
    assertThat(only(twice)).contains("'event' already has @EventUrl", "SWB217");
  }

  @ParameterizedTest
  @CsvSource({
    "NOTHING, SWB201",
    "NOTHING_LATER, SWB201",
    "NCCO, ''",
    "NCCO_LATER, ''",
    "NCCO_IF_ANY, SWB202",
    "NCCO_IF_ANY_LATER, SWB202",
    "OTHER, SWB201"
  })
  void whatAnAnswerOwes(Shape shape, String id) {
    for (String annotation : List.of("AnswerUrl", "FallbackAnswerUrl")) {
      TypeRef type = annotation.equals("AnswerUrl")
          ? PayloadNames.ANSWER_REQUEST
          : PayloadNames.FALLBACK_REQUEST;
      assertThat(ids(Draft.app(VOICE)
              .suppressing("SWB113")
              .with(on(annotation, "answer").takes(type).gives(shape))))
          .isEqualTo(id.isEmpty() ? List.of() : List.of(id));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Timeout, ''",
    "Failed, ''",
    "Rejected, ''",
    "Unanswered, ''",
    "Busy, ''",
    "Disconnected, ''",
    "Completed, SWB203",
    "Started, SWB203",
    "Ringing, SWB203",
    "Answered, SWB203"
  })
  void whereAnNccoIsRead(String status, String id) {
    for (Shape shape : List.of(Shape.NCCO, Shape.NCCO_IF_ANY, Shape.NCCO_LATER)) {
      assertThat(ids(voice(on("EventUrl", "e").takesCall(status).gives(shape))))
          .isEqualTo(id.isEmpty() ? List.of() : List.of(id));
    }
  }

  @Test
  void anNccoForEveryEvent() {
    assertThat(only(voice(event().gives(Shape.NCCO)))).contains("every VoiceEvent", "SWB219");
    assertThat(ids(voice(event().gives(Shape.NCCO_IF_ANY)))).isEmpty();
    assertThat(ids(voice(event().gives(Shape.NCCO).suppressing("SWB219")))).isEmpty();
    Handler leg = on("CallbackUrl", "leg").takes(PayloadNames.CALL_EVENT, PayloadNames.VOICE_EVENT);
    assertThat(only(voice(leg.gives(Shape.NCCO_LATER)))).contains("every CallEvent", "SWB219");
    assertThat(
            ids(voice(on("CallbackUrl", "any").takes(PayloadNames.VOICE_EVENT).gives(Shape.NCCO))))
        .isEmpty();
    assertThat(ids(
            voice(on("CallbackUrl", "back").takes(PayloadNames.ANSWER_REQUEST).gives(Shape.NCCO))))
        .isEmpty();
  }

  @Test
  void messagesAreAnsweredWithNothing() {
    assertThat(ids(Draft.app(MESSAGES).with(inbound().gives(Shape.NCCO), status())))
        .containsExactly("SWB203");
    assertThat(ids(voice(event().gives(Shape.OTHER)))).containsExactly("SWB204");
    assertThat(ids(voice(event().gives(Shape.NOTHING_LATER)))).isEmpty();
  }

  @Test
  void parameters() {
    assertThat(only(voice(on("EventUrl", "e").says("capability", "VOICE"))))
        .contains("@EventUrl method 'e'", "type VoiceEvent.", "SWB205");
    assertThat(only(voice(on("CallbackUrl", "c").takes(PayloadNames.INBOUND_MESSAGE))))
        .contains("takes InboundMessage", "VoiceEvent or AnswerRequest", "SWB206");
    assertThat(only(voice(event().asks(Role.OTHER, "Kitchen")))).contains("Kitchen", "SWB207");
    assertThat(ids(voice(event().asks(Role.REQUEST, "WebhookRequest")))).isEmpty();
    assertThat(only(voice(event().asks(Role.REQUEST, "R").asks(Role.REQUEST, "R"))))
        .contains("asks twice for the request", "SWB209");
    assertThat(only(voice(event().takes(PayloadNames.VOICE_EVENT))))
        .contains("what the webhook brings");
    assertThat(only(voice(event().state(DESK).state(DESK)))).contains("twice for the state");
    assertThat(only(voice(event().asks(Role.STATE, "CallState<List<String>>"))))
        .contains("CallState<List<String>> cannot", "SWB216");
    assertThat(only(voice(event().asks(Role.STATE, "CallState")))).contains("CallState<?>");
  }

  @Test
  void contents() {
    Handler text = inbound().takes(TEXT, PayloadNames.CONTENT);
    assertThat(ids(Draft.app(MESSAGES).with(text, inbound(), status()))).isEmpty();
    assertThat(only(voice(event().takes(TEXT, PayloadNames.CONTENT))))
        .contains("Content.Text content", "SWB208");
    assertThat(ids(Draft.app(MESSAGES)
            .with(inbound(), status(), on("InboundUrl", "c").takes(TEXT, PayloadNames.CONTENT))))
        .contains("SWB208");
    assertThat(ids(Draft.app(MESSAGES)
            .with(
                inbound().takes(TEXT, PayloadNames.CONTENT).takes(TEXT, PayloadNames.CONTENT),
                inbound(),
                status())))
        .containsExactly("SWB209");
  }

  @ParameterizedTest
  @CsvSource({
    "connectTimeout, 300, ''", "connectTimeout, 1000, ''", "connectTimeout, 0, ''",
    "connectTimeout, 299, SWB301", "connectTimeout, 1001, SWB301", "socketTimeout, 1000, ''",
    "socketTimeout, 10000, ''", "socketTimeout, 999, SWB302", "socketTimeout, 10001, SWB302",
    "socketTimeout, 0, ''"
  })
  void timeouts(String member, int value, String id) {
    assertThat(ids(voice(event().says(member, value))))
        .isEqualTo(id.isEmpty() ? List.of() : List.of(id));
  }

  @Test
  void timeoutsOfTheOthers() {
    assertThat(ids(Draft.app(VOICE).with(answer().says("socketTimeout", 5001))))
        .containsExactly("SWB302");
    assertThat(ids(Draft.app(VOICE).with(answer().says("socketTimeout", 5000)))).isEmpty();
    Handler inApp = on("EventUrl", "e").takes(PayloadNames.RTC_EVENT);
    assertThat(
            ids(Draft.app(RTC).with(inApp.says("connectTimeout", 500).says("socketTimeout", 5000))))
        .containsExactly("SWB303", "SWB303");
  }

  @Test
  void methods() {
    assertThat(ids(voice(event().says("method", "GET")))).isEmpty();
    assertThat(only(Draft.app(MESSAGES).with(inbound().says("method", "GET"), status())))
        .contains("inbound_url of messages", "SWB304");
    assertThat(ids(Draft.app(MESSAGES).with(inbound().says("method", "POST"), status())))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/a, ''",
    "/a/b.c~d_e-f, ''",
    "a, SWB305",
    "https://a.example/b, SWB306",
    "//a/b, SWB306",
    "/a?b, SWB307",
    "/a#b, SWB307",
    "/${a}, SWB308",
    "/a b, SWB309",
    "/a//b, SWB309",
    "/a/../b, SWB309",
    "/a/, SWB309",
    "/./a, SWB309",
    "/_switchboard, SWB316",
    "/_switchboard/x, SWB316",
    "/_switchboards, ''",
    "/.well-known, ''"
  })
  void paths(String path, String id) {
    assertThat(ids(voice(event().says("path", path))))
        .isEqualTo(id.isEmpty() ? List.of() : List.of(id));
  }

  @ParameterizedTest
  @CsvSource({"https://a.example/b, /b", "https://a.example, /"})
  void aHostIsTakenOff(String path, String alone) {
    assertThat(only(voice(event().says("path", path)))).contains("alone: \"" + alone + "\"");
  }

  @Test
  void onePathForOneUrl() {
    assertThat(only(voice(event().says("path", "/webhooks/answer"))))
        .contains("answer_url of voice", "SWB310");
    assertThat(only(voice(
            on("CallbackUrl", "one")
                .takes(PayloadNames.INPUT_EVENT, PayloadNames.VOICE_EVENT)
                .says("path", "/x"),
            on("CallbackUrl", "two")
                .takes(PayloadNames.INPUT_EVENT, PayloadNames.VOICE_EVENT)
                .says("path", "/x"))))
        .contains("the callback 'one'", "SWB310");
  }

  @ParameterizedTest
  @ValueSource(strings = {"path", "method", "secret"})
  void oneSettingForOneUrl(String member) {
    Handler first = event().says(member, member.equals("path") ? "/a" : "${a}");
    Handler same = on("EventUrl", "over")
        .takesCall("Completed")
        .says(member, member.equals("path") ? "/a" : "${a}");
    Handler other = on("EventUrl", "over")
        .takesCall("Completed")
        .says(member, member.equals("path") ? "/b" : "${b}");
    assertThat(ids(voice(first, same))).isEmpty();
    assertThat(only(voice(first, other))).contains("EVENT_URL gets " + member, "SWB311");
  }

  @Test
  void oneTimeoutForOneUrl() {
    for (String member : List.of("connectTimeout", "socketTimeout")) {
      Handler other = on("EventUrl", "over").takesCall("Completed").says(member, 999 + 1);
      assertThat(ids(voice(event().says(member, 1000), other))).isEmpty();
    }
    assertThat(ids(voice(
            event().says("socketTimeout", 2000),
            on("EventUrl", "over").takesCall("Completed").says("socketTimeout", 3000))))
        .containsExactly("SWB311");
    assertThat(ids(voice(
            event().says("connectTimeout", 400),
            on("EventUrl", "over").takesCall("Completed").says("connectTimeout", 500))))
        .containsExactly("SWB311");
  }

  @Test
  void constants() {
    assertThat(only(voice(on("CallbackUrl", "answerUrl").takes(PayloadNames.VOICE_EVENT))))
        .contains("second constant ANSWER_URL in LineRoutes", "SWB314");
    assertThat(only(voice(on("CallbackUrl", "all").takes(PayloadNames.VOICE_EVENT))))
        .contains("SWB314");
  }

  @Test
  void secrets() {
    Handler video = on("VideoUrl", "v").takes(PayloadNames.VIDEO_EVENT).says("videoKind", "ROOM");
    assertThat(ids(Draft.app(VIDEO).with(video.says("secret", "${video-secret}"))))
        .isEmpty();
    assertThat(only(Draft.app(VIDEO).with(video.says("secret", "hunter2"))))
        .contains("secret holds", "SWB315")
        .doesNotContain("hunter2");
    assertThat(ids(Draft.app(VIDEO).with(video.says("secret", "")))).isEmpty();
    assertThat(only(Draft.app().capability(VIDEO, "credential", "hunter2")))
        .contains("credential holds", "SWB315")
        .doesNotContain("hunter2");
    assertThat(ids(Draft.app().capability(VIDEO, "credential", "${c}"))).isEmpty();
    assertThat(ids(Draft.app().capability(VIDEO, "credential", ""))).isEmpty();
  }

  @Test
  void precedence() {
    TypeRef whatsApp =
        TypeRef.of("dev.switchboard.webhooks.messages", "InboundMessage", "WhatsApp");
    Handler channel = on("InboundUrl", "channel").takes(whatsApp, PayloadNames.INBOUND_MESSAGE);
    Handler text = on("InboundUrl", "text")
        .takes(PayloadNames.INBOUND_MESSAGE)
        .takes(TEXT, PayloadNames.CONTENT);
    Handler both = on("InboundUrl", "both")
        .takes(whatsApp, PayloadNames.INBOUND_MESSAGE)
        .takes(TEXT, PayloadNames.CONTENT);
    Draft ambiguous = Draft.app(MESSAGES).with(inbound(), channel, text, status());
    assertThat(only(ambiguous))
        .contains("'channel' and 'text'", "InboundMessage.WhatsApp, Content.Text", "SWB402");
    assertThat(ids(Draft.app(MESSAGES).with(inbound(), channel, text, both, status())))
        .isEmpty();
    assertThat(only(Draft.app(MESSAGES)
            .with(
                inbound(),
                on("InboundUrl", "again").takes(PayloadNames.INBOUND_MESSAGE),
                status())))
        .contains("'again' takes the same as 'inbound'", "SWB401");
    assertThat(only(Draft.app(MESSAGES).with(channel, status())))
        .contains("inbound_url", "InboundMessage.WhatsApp", "takes InboundMessage", "SWB403");
    assertThat(ids(Draft.app(MESSAGES).with(channel.suppressing("SWB403"), status())))
        .isEmpty();
    assertThat(ids(voice(on("EventUrl", "over").takesCall("Completed")))).isEmpty();
  }

  @Test
  void eachIsFoundOnceAndWhereItStands() {
    Draft draft = voice(event().reached(Reach.PRIVATE));
    assertThat(Checks.run(draft.urls()))
        .extracting(Diagnostic::site)
        .containsExactly(Site.of("acme.Line#event[VoiceEvent]"));
  }

  @Test
  void aPlaceholderIsShownWhereItStands() {
    Draft draft =
        voice().text("name", "${a-b}").text("redirectUri", "x").text("credential", "${a.b}");
    assertThat(Checks.run(draft.urls()))
        .extracting(found -> found.rule().id(), found -> found.site().attribute())
        .containsExactly(tuple("SWB105", "credential"));
  }

  @Test
  void aKindThatCannotBeToldIsSaidInFull() {
    Draft draft = Draft.app(VOICE, RTC)
        .with(
            answer(), on("EventUrl", "e").takes(PayloadNames.RTC_EVENT), on("EventUrl", "untold"));
    assertThat(Checks.run(draft.urls()))
        .extracting(Diagnostic::text)
        .satisfiesExactly(
            unclear -> assertThat(unclear)
                .contains(
                    "@EventUrl method 'untold' could serve voice or rtc",
                    "Take VoiceEvent or RtcEvent"),
            missing -> assertThat(missing).contains("parameter of type VoiceEvent or RtcEvent."));
  }

  @Test
  void aStrangeFirstParameterIsSaidOnce() {
    assertThat(
            ids(voice(on("EventUrl", "e").says("capability", "VOICE").asks(Role.OTHER, "Kitchen"))))
        .containsExactly("SWB206");
  }

  @Test
  void whatIsNoPayloadOfTheUrlTakesPartInNoChoice() {
    Handler wrong =
        on("EventUrl", "wrong").says("capability", "VOICE").takes(PayloadNames.INBOUND_MESSAGE);
    Handler twin =
        on("EventUrl", "twin").says("capability", "VOICE").takes(PayloadNames.INBOUND_MESSAGE);
    assertThat(ids(voice(wrong, twin))).containsExactly("SWB206", "SWB206");
  }
}
