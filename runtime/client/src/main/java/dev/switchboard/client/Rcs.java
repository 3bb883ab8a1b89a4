package dev.switchboard.client;

import dev.switchboard.webhooks.Json;

/**
 * Messages by RCS: {@code new Rcs(to, from).text("Hello")}.
 *
 * @param to a number, E.164 without plus
 * @param from the name of an RCS agent
 */
public record Rcs(String to, String from) {
  private static final String CHANNEL = "rcs";

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

  /** A card, in the form of the Messages API. */
  public OutboundMessage card(Json card) {
    return OutboundMessage.of(CHANNEL, to, from, "card", card);
  }

  /** Cards side by side, in the form of the Messages API. */
  public OutboundMessage carousel(Json carousel) {
    return OutboundMessage.of(CHANNEL, to, from, "carousel", carousel);
  }

  /** Anything that the channel takes, in its own form. */
  public OutboundMessage custom(Json custom) {
    return OutboundMessage.of(CHANNEL, to, from, "custom", custom);
  }
}
