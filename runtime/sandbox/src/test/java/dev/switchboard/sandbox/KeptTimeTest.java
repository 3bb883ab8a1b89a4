package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.sandbox.transcript.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the data file keeps of time and of webhooks that were tried. */
class KeptTimeTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir
  Path folder;

  @Test
  void virtualTimeAndTheListOfAttemptsGoOn() throws Exception {
    SandboxSettings settings =
        SandboxSettings.defaults().data(folder.resolve("sandbox.mv")).virtualTime(START);
    try (TestApp app = new TestApp()) {
      app.on("/answer", Answer.ncco("[{'action':'talk','text':'Hello.'}]"));
      List<Step.Webhook> attempts;
      try (Sandbox first = Sandbox.start(settings)) {
        app.register(first, "447700900123");
        first.call("447700900999", "447700900123").hears("Hello.").ends();
        first.advance(Duration.ofHours(5));
        attempts = first.webhooks();
      }
      assertThat(attempts).hasSize(5);
      try (Sandbox second = Sandbox.start(settings)) {
        assertThat(second.clock().instant()).isEqualTo(START.plus(Duration.ofHours(5)));
        assertThat(second.webhooks()).isEqualTo(attempts);
        second.call("447700900999", "447700900123").hears("Hello.").ends();
        assertThat(second.webhooks()).hasSize(10).startsWith(attempts.toArray(Step.Webhook[]::new));
      }
    }
  }
}
