package line;

import static dev.switchboard.webhooks.ncco.Ncco.connect;
import static dev.switchboard.webhooks.ncco.Ncco.phone;
import static dev.switchboard.webhooks.ncco.Ncco.stream;
import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.server.Server;
import dev.switchboard.server.ServerSettings;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Our side, as a user writes it. */
@VoiceApp(name = "Line")
public final class Line {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(
        talk("Hello " + call.from().orElse("you") + "."),
        stream("https://example.com/music.mp3"),
        connect(phone("447700900001")));
  }

  @EventUrl
  void event(VoiceEvent event) {}

  public static void main(String... args) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (!environment.containsKey("VONAGE_SIGNATURE_SECRET")) {
      environment.put("SWITCHBOARD_INSECURE", "true");
    }
    // As behind a proxy in production, where an NCCO with a finding is logged and not refused.
    Server.start(
        ServerSettings.fromEnvironment(environment).baseUrl(URI.create("https://line.example")),
        new LineRouter(new Line()));
  }
}
