package dev.switchboard.client;

/**
 * Messages by SMS: {@code new Sms(to, from).text("Hello")}.
 *
 * @param to a number, E.164 without plus
 * @param from one of the account's numbers, or a name where the country allows one
 */
public record Sms(String to, String from) {
  private static final String CHANNEL = "sms";

  /** A text. See {@link OutboundMessage#text} for its limits. */
  public OutboundMessage text(String text) {
    return OutboundMessage.text(CHANNEL, to, from, text);
  }
}
