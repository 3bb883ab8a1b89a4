package line;

import com.vonage.client.voice.EventWebhook;
import com.vonage.client.voice.ncco.ConnectAction;
import com.vonage.client.voice.ncco.Ncco;
import com.vonage.client.voice.ncco.PhoneEndpoint;
import com.vonage.client.voice.ncco.StreamAction;
import com.vonage.client.voice.ncco.TalkAction;
import com.vonage.jwt.Jwt;

/** What the app does with the official SDK, the same behind every server. It checks signatures, not payload hashes: the SDK knows none. */
final class Hand {
  private static final String SECRET = System.getenv("VONAGE_SIGNATURE_SECRET");

  private Hand() {}

  static boolean refused(String authorization) {
    return authorization == null
        || !Jwt.verifySignature(authorization.substring("Bearer ".length()), SECRET);
  }

  static String answer(String from) {
    return new Ncco(
            TalkAction.builder("Hello " + from + ".").build(),
            StreamAction.builder("https://example.com/music.mp3").build(),
            ConnectAction.builder(PhoneEndpoint.builder("447700900001").build()).build())
        .toJson();
  }

  static void event(String body) {
    EventWebhook.fromJson(body);
  }
}
