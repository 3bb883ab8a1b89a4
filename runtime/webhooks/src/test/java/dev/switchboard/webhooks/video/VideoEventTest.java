package dev.switchboard.webhooks.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import org.junit.jupiter.api.Test;

/** No source prints the body of a video callback, so all of it is raw JSON and said to be unknown. */
class VideoEventTest {
  @Test
  void givesTheRawTree() {
    Json json =
        Json.parse("{\"sessionId\":\"s-1\",\"event\":\"archive\",\"stream\":{\"id\":\"x\"}}");
    VideoEvent event = VideoEvent.read(WebhookRequest.post("/video", json.write()));
    assertThat(event.json()).isEqualTo(json);
    assertThat(event.json().get("stream").text("id")).hasValue("x");
    assertThat(event.unknownFields()).containsExactly("/sessionId", "/event", "/stream");
  }
}
