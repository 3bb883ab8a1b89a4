package dev.switchboard.benchmarks;

import com.auth0.jwt.JWT;
import com.vonage.client.messages.InboundMessage;
import com.vonage.client.voice.EventWebhook;
import com.vonage.client.voice.ncco.ConnectAction;
import com.vonage.client.voice.ncco.Ncco;
import com.vonage.client.voice.ncco.PhoneEndpoint;
import com.vonage.client.voice.ncco.StreamAction;
import com.vonage.client.voice.ncco.TalkAction;
import com.vonage.jwt.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The official Java SDK, used as its documentation shows. */
final class Sdk {
  private Sdk() {}

  static Taken event(byte[] body) {
    EventWebhook event = EventWebhook.fromJson(new String(body, StandardCharsets.UTF_8));
    return new Taken(
        event.getCallUuid(), event.getFrom(), event.getTo(), event.getStatus().toString());
  }

  static Taken inbound(byte[] body) {
    InboundMessage message = InboundMessage.fromJson(new String(body, StandardCharsets.UTF_8));
    return new Taken(
        message.getMessageUuid().toString(), message.getFrom(), message.getTo(), message.getText());
  }

  static byte[] ncco(String caller) {
    return new Ncco(
            TalkAction.builder("Hello " + caller + ".").build(),
            StreamAction.builder("https://example.com/music.mp3").build(),
            ConnectAction.builder(PhoneEndpoint.builder("447700900001").build()).build())
        .toJson()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The SDK knows no payload hash: its user decodes the token once more, and compares. */
  static boolean verify(String token, String secret, byte[] body) {
    try {
      String hash =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
      return Jwt.verifySignature(token, secret)
          && hash.equals(JWT.decode(token).getClaim("payload_hash").asString());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
