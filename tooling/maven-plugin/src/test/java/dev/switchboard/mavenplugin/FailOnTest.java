package dev.switchboard.mavenplugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.commands.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailOnTest {
  @Test
  void everythingButChangesFailsUnlessToldOtherwise() {
    assertThat(FailOn.read(List.of()))
        .doesNotContain(Outcome.DONE, Outcome.CHANGES)
        .hasSize(Outcome.values().length - 2);
    assertThat(FailOn.read(List.of("any"))).contains(Outcome.CHANGES).doesNotContain(Outcome.DONE);
    assertThat(FailOn.read(List.of("never"))).isEmpty();
    assertThat(FailOn.read(List.of("drift", " changes ")))
        .containsExactly(Outcome.CHANGES, Outcome.DRIFT);
  }

  @Test
  void anUnknownWordIsNamed() {
    assertThatThrownBy(() -> FailOn.read(List.of("drifft")))
        .hasMessage("switchboard.failOn has the word \"drifft\". Did you mean \"drift\"?");
    assertThatThrownBy(() -> FailOn.read(List.of("done")))
        .hasMessageContaining("It takes: any, never");
  }
}
