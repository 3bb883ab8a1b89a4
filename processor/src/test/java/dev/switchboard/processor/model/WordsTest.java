package dev.switchboard.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "pizzaSize, PIZZA_SIZE, pizza-size, pizzaSize",
    "RTCEvent, RTC_EVENT, rtc-event, rtcEvent",
    "rtc_event_url, RTC_EVENT_URL, rtc-event-url, rtcEventUrl",
    "line2Open, LINE2_OPEN, line2-open, line2Open",
    "openX, OPEN_X, open-x, openX",
    "support-line.one, SUPPORT_LINE_ONE, support-line-one, supportLineOne",
    "a__b, A_B, a-b, aB",
    "ABC, ABC, abc, abc",
    "a, A, a, a"
  })
  void waysToWriteAName(String name, String constant, String kebab, String camel) {
    assertThat(Words.constant(name)).isEqualTo(constant);
    assertThat(Words.kebab(name)).isEqualTo(kebab);
    assertThat(Words.camel(name)).isEqualTo(camel);
  }

  @Test
  void lastWordAndFirstLetter() {
    assertThat(Words.lastWord("AnswerRequest")).isEqualTo("request");
    assertThat(Words.lastWord("Event")).isEqualTo("event");
    assertThat(Words.decapitalised("CallEvent")).isEqualTo("callEvent");
    assertThat(Words.decapitalised("")).isEmpty();
  }

  @Test
  void glueAtTheEdgesLeavesEmptyWords() {
    assertThat(Words.kebab("_a_")).isEqualTo("-a-");
  }
}
