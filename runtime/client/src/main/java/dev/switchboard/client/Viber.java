package dev.switchboard.client;

/**
 * Messages by Viber: {@code new Viber(to, from).text("Hello")}.
 *
 * @param to a number, E.164 without plus
 * @param from the id of a Viber service
 */
public record Viber(String to, String from) {
  private static final String CHANNEL = "viber_service";

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
}
