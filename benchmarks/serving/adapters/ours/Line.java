package line;

import static dev.switchboard.webhooks.ncco.Ncco.connect;
import static dev.switchboard.webhooks.ncco.Ncco.phone;
import static dev.switchboard.webhooks.ncco.Ncco.stream;
import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.Webhooks;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.net.URI;

/** Our side, the same class behind every adapter. */
@VoiceApp(name = "Line")
public class Line {
  /** As behind a proxy in production, where an NCCO with a finding is logged and not refused. */
  static final URI BASE_URL = URI.create("https://line.example");

  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(
        talk("Hello " + call.from().orElse("you") + "."),
        stream("https://example.com/music.mp3"),
        connect(phone("447700900001")));
  }

  @EventUrl
  void event(VoiceEvent event) {}

  static Webhooks webhooks() {
    return Webhooks.of(
        WebhookSettings.of(BASE_URL).secret(System.getenv("VONAGE_SIGNATURE_SECRET")),
        new LineRouter(new Line()));
  }
}
