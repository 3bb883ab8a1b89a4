package dev.switchboard.processor.check;

import static dev.switchboard.processor.check.Findings.event;
import static dev.switchboard.processor.check.Findings.ids;
import static dev.switchboard.processor.check.Findings.inbound;
import static dev.switchboard.processor.check.Findings.only;
import static dev.switchboard.processor.check.Findings.status;
import static dev.switchboard.processor.check.Findings.voice;
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

import dev.switchboard.processor.model.ClassShape;
import dev.switchboard.processor.model.Draft;
import dev.switchboard.processor.model.Handler;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What concerns the app, its name, its placeholders and numbers, its capabilities. On the model alone; the rejected fixtures show the same rules through a compiler. */
class AppChecksTest {
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
  void unsignedWebhooks() {
    Draft unsigned = Draft.app().capability(VOICE, "signedCallbacks", false).with(answer());
    assertThat(only(unsigned)).contains("a URL of voice can call it", "SWB125");
    assertThat(ids(Draft.app().capability(VOICE, "signedCallbacks", true).with(answer())))
        .isEmpty();
    assertThat(ids(unsigned.suppressing("SWB125"))).isEmpty();
  }

  @Test
  void numbersNeedACapabilityThatServesThem() {
    assertThat(only(Draft.app(VBC).number("support-line").number("night-line")))
        .contains("'Line' lists numbers", "SWB126");
    assertThat(ids(Draft.app(MESSAGES).with(inbound(), status()).number("support-line")))
        .isEmpty();
    assertThat(ids(Draft.app().number("support-line"))).containsExactly("SWB122");
  }

  @ParameterizedTest
  @CsvSource({
    "/consent, false",
    "line.example, false",
    "https:///consent, false",
    "://line.example, false",
    "'', true",
    "${consent}, true",
    "https://${host}/consent, true",
    "https://line.example, true",
    "line-app://consent, true"
  })
  void redirects(String uri, boolean right) {
    assertThat(ids(Draft.app().capability(NETWORK, "redirectUri", uri)))
        .isEqualTo(right ? List.of() : List.of("SWB127"));
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
}
