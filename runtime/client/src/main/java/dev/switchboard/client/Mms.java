package dev.switchboard.client;

import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Messages by MMS: {@code new Mms(to, from).text("Hello")}.
 *
 * @param to a number, E.164 without plus
 * @param from one of the account's numbers
 */
public record Mms(String to, String from) {
  private static final String CHANNEL = "mms";

  /** A text. See {@link OutboundMessage#text} for its limits. */
  public OutboundMessage text(String text) {
    return OutboundMessage.text(CHANNEL, to, from, text);
  }

  /**
   * A picture.
   *
   * @param url http or https; the platform fetches it
   */
  public OutboundMessage image(String url) {
    return OutboundMessage.file(CHANNEL, to, from, "image", url);
  }

  /**
   * A sound.
   *
   * @param url http or https; the platform fetches it
   */
  public OutboundMessage audio(String url) {
    return OutboundMessage.file(CHANNEL, to, from, "audio", url);
  }

  /**
   * A film.
   *
   * @param url http or https; the platform fetches it
   */
  public OutboundMessage video(String url) {
    return OutboundMessage.file(CHANNEL, to, from, "video", url);
  }

  /**
   * A file of any kind.
   *
   * @param url http or https; the platform fetches it
   */
  public OutboundMessage file(String url) {
    return OutboundMessage.file(CHANNEL, to, from, "file", url);
  }

  /**
   * A business card.
   *
   * @param url http or https; the platform fetches it
   */
  public OutboundMessage vcard(String url) {
    return OutboundMessage.file(CHANNEL, to, from, "vcard", url);
  }

  /**
   * Several files at once.
   *
   * @param first {@code type} (such as {@code image}), {@code url} and {@code caption}
   * @param more the same
   */
  public OutboundMessage content(Json first, Json... more) {
    List<Json> all = new ArrayList<>(List.of(first));
    all.addAll(Arrays.asList(more));
    return OutboundMessage.of(CHANNEL, to, from, "content", all);
  }
}
