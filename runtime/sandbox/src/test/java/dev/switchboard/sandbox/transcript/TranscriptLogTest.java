package dev.switchboard.sandbox.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TranscriptLogTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final TreeMap<Integer, Step> kept = new TreeMap<>();
  private final TranscriptLog log = new TranscriptLog(
      "somebody", Clock.fixed(NOW, ZoneOffset.UTC), NOW, 20, new TranscriptLog.Keeper() {
        @Override
        public void keep(int place, Step step) {
          kept.put(place, step);
        }

        @Override
        public void forget(int place) {
          kept.remove(place);
        }
      });

  @Test
  void keepsPlacesWhileOldStepsMakeRoom() {
    for (int i = 0; i < 1_000; i++) {
      log.heard("", "words " + i);
    }
    Transcript transcript = log.snapshot();

    assertThat(transcript.count()).isEqualTo(1_000);
    assertThat(transcript.steps().size()).isBetween(18, 20);
    assertThat(kept.values()).containsExactlyElementsOf(transcript.steps());
    assertThat(transcript.find(0, heard("words 999"))).isEqualTo(999);
    assertThat(transcript.find(0, heard("words 1"))).isEqualTo(-1);
    assertThat(transcript.at(999).line()).contains("words 999");
    assertThat(transcript.text(999, "here"))
        .contains("earlier steps are forgotten")
        .endsWith("^ here\n");
  }

  @Test
  void replacesOnlyWhatIsStillThere() {
    int first = log.add(new Step.Note(NOW, "first"));
    for (int i = 0; i < 30; i++) {
      log.note("more");
    }
    log.replace(first, new Step.Note(NOW, "late"));

    assertThat(log.snapshot().toString()).doesNotContain("late");
    assertThat(kept).doesNotContainKey(first);
  }

  @Test
  void readsEveryStepThatItWrites() {
    Step.Webhook sent = new Step.Webhook(
        NOW,
        "input",
        "digits 1",
        "POST",
        "http://127.0.0.1/x",
        2,
        Optional.empty(),
        Json.object("uuid", "a"));
    List<Step> steps = List.of(
        new Step.Heard(NOW, "447700900001", "Hello."),
        new Step.Did(NOW, "", "presses 1"),
        new Step.Got(NOW, "Hi", "m-1", Json.object("text", "Hi")),
        new Step.Note(NOW, "odd"),
        sent,
        sent.ended(new Step.Outcome(200, "", Duration.ofMillis(7), "[]", List.of("talk"))));

    assertThat(steps).allSatisfy(step -> assertThat(Step.of(step.toJson())).isEqualTo(step));
  }

  private static Predicate<Step> heard(String text) {
    return step -> step instanceof Step.Heard heard && heard.text().equals(text);
  }
}
