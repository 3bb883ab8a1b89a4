package dev.switchboard.webhooks.audio;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Payload;
import dev.switchboard.webhooks.WebhookRequest;
import java.util.List;
import java.util.Optional;

/**
 * The first message of a websocket: how the sound is written, and the headers of the NCCO's endpoint.
 *
 * @param json all of it
 */
public record AudioStart(Json json) implements Payload {
  private static final String RATE = "rate=";
  private static final int TELEPHONE = 8_000;

  /** Reads it. */
  public static AudioStart read(WebhookRequest request) {
    return new AudioStart(request.json());
  }

  /** Media type of the sound, such as {@code audio/l16;rate=16000}. */
  public Optional<String> contentType() {
    return json.text("content-type");
  }

  /** Samples of 16 bits in a second; 8000 where the message does not say. */
  public int rate() {
    String type = contentType().orElse("");
    int at = type.indexOf(RATE);
    String digits = at < 0 ? "" : type.substring(at + RATE.length()).replaceFirst("[^0-9].*", "");
    return digits.isEmpty() || digits.length() > 6 ? TELEPHONE : Integer.parseInt(digits);
  }

  /** What the NCCO told under that name. */
  public Optional<String> header(String name) {
    return json.text(name);
  }

  /** None: every field but two is a header of the endpoint. */
  @Override
  public List<String> unknownFields() {
    return List.of();
  }
}
