package dev.switchboard.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckTest {
  private static final Json RECORDED = Json.object("event", ratio(1.186, 1.283));

  @Test
  void passesWhatIsWithinItsLimits() {
    assertThat(Check.failures(Map.of("event", ratio(1.186 * 1.59, 1.283 * 1.049)), RECORDED))
        .isEmpty();
  }

  @Test
  void failsOnMoreThanFivePercentMoreBytes() {
    assertThat(Check.failures(Map.of("event", ratio(1.186, 1.283 * 1.06)), RECORDED))
        .containsExactly(
            "event: bytes 1.06 times the recorded ratio to the lower bound, at most 1.05");
  }

  @Test
  void failsOnMoreThanOnePointSixTimesTheCpu() {
    assertThat(Check.failures(Map.of("event", ratio(1.186 * 1.7, 1.283)), RECORDED))
        .containsExactly(
            "event: cpu 1.70 times the recorded ratio to the lower bound, at most 1.60");
  }

  @Test
  void failsOnWhatIsMissingOnEitherSide() {
    assertThat(Check.failures(Map.of("ncco", ratio(1, 1)), RECORDED))
        .containsExactly("event was not measured", "ncco has no recorded ratio");
  }

  private static Json ratio(double cpu, double bytes) {
    return Json.object("cpu", cpu, "bytes", bytes);
  }
}
