package dev.switchboard.client;

/**
 * Messages by Facebook Messenger: {@code new Messenger(to, from).text("Hello")}.
 *
 * @param to the person's id
 * @param from the page's id
 */
public record Messenger(String to, String from) {
  private static final String CHANNEL = "messenger";

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
}
