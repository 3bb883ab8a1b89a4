package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A state that release 0.1 wrote, after an apply and a destroy, is read by this one and kept as it is. */
class StateCompatibilityTest {
  private static String frozen() throws IOException {
    try (InputStream in = Objects.requireNonNull(
        StateCompatibilityTest.class.getResourceAsStream("state-of-0.1.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void itIsRead() throws IOException {
    StateDocument state = StateDocument.read(frozen(), "a test");

    assertThat(state.lineage()).isEqualTo("a72506b3-54e4-4d64-9156-49ffa76c94b7");
    assertThat(state.serial()).isEqualTo(2);
    assertThat(state.app()).isEqualTo("acme.Line");
    assertThat(state.serials()).containsExactly(1L, 2L);
    assertThat(state.ownedAt(1).orElseThrow().path("name").asString()).isEqualTo("Line test");
    assertThat(state.retiredKeys()).hasSize(1);
    assertThat(state.applicationId()).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsKept() throws IOException {
    String later = frozen().replaceFirst("\\{", "{\n  \"mood\" : [ null, 1.50 ],");

    StateDocument changed =
        StateDocument.read(later, "a test").withApplication("78d335fa", "0123456789abcdef");

    assertThat(StateDocument.read(frozen(), "a test").write()).isEqualTo(frozen());
    assertThat(changed.write()).contains("\"mood\" : [ null, 1.5");
    assertThat(changed.applicationId()).contains("78d335fa");
  }
}
