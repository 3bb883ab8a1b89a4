package dev.switchboard.webhooks.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Keeps the targets alive in the default build: seeds of our own, and each of them damaged in a few hundred places. */
class FuzzTargetsTest {
  private static final List<String> SEEDS = List.of(
      "{\"status\":\"completed\",\"duration\":\"2\",\"price\":null,\"timestamp\":\"2026-01-31T12:00:00.000Z\"}",
      "{\"dtmf\":{\"digits\":\"1\",\"timed_out\":true},\"speech\":{\"results\":[{\"text\":\"a\",\"confidence\":0.5}]}}",
      "{\"channel\":\"whatsapp\",\"message_type\":\"contacts\",\"contacts\":[{\"name\":{\"first_name\":\"A\"}}]}",
      "{\"to\":{\"type\":\"sms\",\"number\":\"44\"},\"message\":{\"content\":{\"type\":\"text\",\"text\":\"x\"}}}",
      "{\"type\":\"sip:hangup\",\"body\":{\"channel\":{\"leg_ids\":[\"1\"]},\"quality\":{\"mos_score\":4}}}",
      "{\"reason\":\"x\",\"original_request\":\"{\\\"url\\\":\\\"u\\\"}\",\"n\":[1e5,-0.0,\"\\ud83d\"]}",
      "Bearer a.b.c",
      "a=1&a=2&custom_data=%7B%22k%22%3A1%7D&=&%zz",
      "[[[[[[[[[[[[");

  @Test
  void takeWhateverComes() {
    Random random = new Random(1);
    for (String seed : SEEDS) {
      byte[] bytes = ("\u0000\u0000\u0000" + seed).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 300; i++) {
        byte[] input = bytes.clone();
        for (int damage = i % 4; damage > 0; damage--) {
          input[random.nextInt(input.length)] = (byte) random.nextInt();
        }
        input[0] = (byte) (i / 5);
        input[1] = (byte) i;
        PayloadFuzz.fuzzerTestOneInput(java.util.Arrays.copyOfRange(input, 3, input.length));
        VerifierFuzz.fuzzerTestOneInput(input);
        RouterFuzz.fuzzerTestOneInput(input);
      }
    }
  }
}
