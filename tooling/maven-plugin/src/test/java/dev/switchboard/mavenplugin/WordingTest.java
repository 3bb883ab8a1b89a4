package dev.switchboard.mavenplugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Allow taking it (--take-numbers).|Allow taking it (-Dswitchboard.takeNumbers).",
        "Name one with --app.|Name one with -Dswitchboard.app.",
        "then add --confirm live.|then add -Dswitchboard.confirm=live.",
        "Save a new one with plan --out.|Save a new one with plan -Dswitchboard.out.",
        "make it outlive the sandbox --port 1|make it outlive the sandbox --port 1",
        "--applause stays|--applause stays",
        "nothing to say|nothing to say"
      })
  void flagsBecomeUserProperties(String said, String inMaven) {
    assertThat(Wording.inMaven(said)).isEqualTo(inMaven);
  }
}
