package dev.switchboard.processor.check;

import static dev.switchboard.processor.check.Findings.event;
import static dev.switchboard.processor.check.Findings.ids;
import static dev.switchboard.processor.check.Findings.inbound;
import static dev.switchboard.processor.check.Findings.only;
import static dev.switchboard.processor.check.Findings.status;
import static dev.switchboard.processor.check.Findings.voice;
import static dev.switchboard.processor.model.CapabilityKind.MESSAGES;
import static dev.switchboard.processor.model.CapabilityKind.RTC;
import static dev.switchboard.processor.model.CapabilityKind.VIDEO;
import static dev.switchboard.processor.model.CapabilityKind.VOICE;
import static dev.switchboard.processor.model.Handler.answer;
import static dev.switchboard.processor.model.Handler.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.processor.model.Draft;
import dev.switchboard.processor.model.Handler;
import dev.switchboard.processor.model.PayloadNames;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What concerns URLs: their settings, paths and constants. On the model alone; the rejected fixtures show the same rules through a compiler. */
class UrlChecksTest {
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
}
