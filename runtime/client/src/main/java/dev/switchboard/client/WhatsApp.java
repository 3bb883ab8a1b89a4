package dev.switchboard.client;

import dev.switchboard.webhooks.Json;
import java.util.List;

/**
 * Messages by WhatsApp: {@code new WhatsApp(to, from).text("Hello")}.
 *
 * @param to a number, E.164 without plus
 * @param from a number that is a WhatsApp business account
 */
public record WhatsApp(String to, String from) {
  private static final String CHANNEL = "whatsapp";

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
   * An approved template.
   *
   * @param name with its namespace where it has one
   * @param locale such as {@code en_GB}
   * @param parameters what fills its places, in their order
   */
  public OutboundMessage template(String name, String locale, String... parameters) {
    return OutboundMessage.of(
            CHANNEL,
            to,
            from,
            "template",
            Json.object("name", name, "parameters", List.of(parameters)))
        .with("whatsapp", Json.object("policy", "deterministic", "locale", locale));
  }

  /**
   * A sticker.
   *
   * @param url http or https; the platform fetches it
   */
  public OutboundMessage sticker(String url) {
    return OutboundMessage.file(CHANNEL, to, from, "sticker", url);
  }

  /**
   * A sign at one of the person's messages.
   *
   * @param messageUuid from the inbound message
   * @param emoji one
   */
  public OutboundMessage react(String messageUuid, String emoji) {
    return OutboundMessage.of(
            CHANNEL, to, from, "reaction", Json.object("action", "react", "emoji", emoji))
        .with("context", Json.object("message_uuid", messageUuid));
  }

  /** Takes a sign back. */
  public OutboundMessage unreact(String messageUuid) {
    return OutboundMessage.of(CHANNEL, to, from, "reaction", Json.object("action", "unreact"))
        .with("context", Json.object("message_uuid", messageUuid));
  }

  /** Anything that the channel takes, in its own form: buttons, lists, products, places. */
  public OutboundMessage custom(Json custom) {
    return OutboundMessage.of(CHANNEL, to, from, "custom", custom);
  }
}
