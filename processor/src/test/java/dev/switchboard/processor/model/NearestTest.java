package dev.switchboard.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> NAMES =
      List.of("CallEvent", "CallEvent.Completed", "InputEvent", "VoiceEvent", "Ncco");

  @ParameterizedTest
  @CsvSource({
    "CallEvent.Complete, CallEvent.Completed",
    "CallEvnet, CallEvent",
    "CalEvent, CallEvent",
    "CallEventt, CallEvent",
    "VoiceEvens, VoiceEvent",
    "Nco, Ncco",
    "Ncco, Ncco"
  })
  void aSlipIsSeen(String wrong, String meant) {
    assertThat(Nearest.to(wrong, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"Misspelt", "Xx", "N", "CaEvenXYZ"})
  void whatIsFarIsNotGuessed(String wrong) {
    assertThat(Nearest.to(wrong, NAMES)).isEmpty();
  }

  @Test
  void nothingIsNearNothing() {
    assertThat(Nearest.to("", NAMES)).isEmpty();
    assertThat(Nearest.to("Ncco", List.of())).isEmpty();
  }

  @Test
  void theFirstOfEquallyNearOnesIsTaken() {
    assertThat(Nearest.to("Cat", List.of("Cut", "Cot"))).contains("Cut");
  }

  @ParameterizedTest
  @CsvSource({
    "stage, stgae, true",
    "stage, stgea, false",
    "stage, stagee, true",
    "stage, stae, true",
    "stae, stage, true",
    "tenant, tenants, false",
    "api-key, app-key, false",
    "ab, ba, true",
    "region1, regin1, false",
    "main-line, mainl-ine, false",
    "stage, sage2, false",
    "stage, stage, false"
  })
  void aSlipOfTheFinger(String one, String other, boolean slip) {
    assertThat(Nearest.isSlip(one, other)).isEqualTo(slip);
  }
}
