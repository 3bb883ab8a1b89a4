package dev.switchboard.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain | \"plain\"",
        "a\"b | \"a\\\"b\"",
        "a\\b | \"a\\\\b\"",
        "a\tb | \"a\\tb\"",
        "a\u0001b | \"a\\u0001b\"",
        "a\u009fb | \"a\\u009fb\"",
        "Zürich | \"Zürich\""
      })
  void aLiteralIsWrittenAsJavaReadsIt(String text, String literal) {
    assertThat(SourceText.literal(text)).isEqualTo(literal);
  }

  @ParameterizedTest
  @CsvSource({"10, n", "13, r"})
  void anEndOfLineIsEscaped(int code, String letter) {
    assertThat(SourceText.literal("a" + (char) code + "b")).isEqualTo("\"a\\" + letter + "b\"");
  }
}
