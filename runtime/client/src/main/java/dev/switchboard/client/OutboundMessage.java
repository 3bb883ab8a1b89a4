package dev.switchboard.client;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.messages.MessageStatus;
import java.time.Duration;
import java.util.Arrays;

/**
 * A message to send. {@link Sms}, {@link Mms}, {@link Rcs}, {@link WhatsApp}, {@link Messenger} and {@link Viber} make those that
 * their channel carries. Immutable; like payloads it is a typed view of its JSON, so options that this version does not know can be set.
 *
 * @param json the body of the API call
 */
public record OutboundMessage(Json json) {
  private static final int LONGEST_CLIENT_REF = 100;

  /**
   * A text.
   *
   * @param channel {@code sms}, {@code mms}, {@code rcs}, {@code whatsapp}, {@code messenger} or {@code viber_service}
   * @param to a number in E.164 without plus, or the channel's own id
   * @param from one of the account's numbers, or the channel's own id
   * @param text up to 1000 characters; on messenger 640, on rcs 3072, on whatsapp 4096 (official SDK's limits)
   * @throws IllegalArgumentException for a text that is empty or too long for its channel
   */
  public static OutboundMessage text(String channel, String to, String from, String text) {
    int longest = switch (channel) {
      case "messenger" -> 640;
      case "rcs" -> 3072;
      case "whatsapp" -> 4096;
      default -> 1000;
    };
    if (text.isEmpty() || text.length() > longest) {
      throw new IllegalArgumentException("A text on " + channel + " has 1 to " + longest
          + " characters; this one has " + text.length() + ".");
    }
    return new OutboundMessage(Json.object(
        "message_type", "text", "text", text, "to", to, "from", from, "channel", channel));
  }

  /** A text by SMS. See {@link #text}. */
  public static OutboundMessage sms(String to, String from, String text) {
    return text("sms", to, from, text);
  }

  /** A text by WhatsApp. See {@link #text}. */
  public static OutboundMessage whatsApp(String to, String from, String text) {
    return text("whatsapp", to, from, text);
  }

  /**
   * An answer in words: on the channel the message came by, to who sent it, from whom it was sent to.
   *
   * @throws IllegalStateException where the message lacks its channel, sender or recipient
   */
  public static OutboundMessage reply(InboundMessage message, String text) {
    return text(message.json().required("channel"), message.from(), message.to(), text);
  }

  /**
   * Your own id, which comes back in every status.
   *
   * @throws IllegalArgumentException for more than 100 characters
   */
  public OutboundMessage clientRef(String reference) {
    if (reference.length() > LONGEST_CLIENT_REF) {
      throw new IllegalArgumentException(
          "A client reference has at most " + LONGEST_CLIENT_REF + " characters.");
    }
    return with("client_ref", reference);
  }

  /** Where its statuses go, in place of the application's status URL. */
  public OutboundMessage statusesTo(Route<MessageStatus> route) {
    return with("webhook_url", route.target());
  }

  /**
   * How long the platform tries to deliver it.
   *
   * @param time whole seconds, more than none; the platform's range depends on the channel
   */
  public OutboundMessage timeToLive(Duration time) {
    if (time.getNano() != 0 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(
          "A message lives for whole seconds, not for " + time + ".");
    }
    return with("ttl", time.getSeconds());
  }

  /** What is sent where this message fails, and so on; all share one workflow. */
  public OutboundMessage failover(OutboundMessage... others) {
    return with("failover", Arrays.stream(others).map(OutboundMessage::json).toList());
  }

  /** A message of a channel and a type. */
  static OutboundMessage of(String channel, String to, String from, String type, Object content) {
    return new OutboundMessage(Json.object(
        "message_type", type, type, content, "to", to, "from", from, "channel", channel));
  }

  /** A file by its URL. */
  static OutboundMessage file(String channel, String to, String from, String type, String url) {
    if (!url.startsWith("https://") && !url.startsWith("http://")) {
      throw new IllegalArgumentException(
          "The platform fetches a file from an http or https URL, not from \"" + url + "\".");
    }
    return of(channel, to, from, type, Json.object("url", url));
  }

  /**
   * Words beside a picture, video or file.
   *
   * @throws IllegalStateException where the message has nothing that a caption can stand beside
   */
  public OutboundMessage caption(String caption) {
    String type = json.required("message_type");
    if (!json.get(type).isObject()) {
      throw new IllegalStateException("A message of type " + type + " has no caption.");
    }
    return with(type, json.get(type).with("caption", caption));
  }

  /** Sets an option that this version does not know; a name that is set already is replaced. */
  public OutboundMessage with(String option, Object value) {
    return new OutboundMessage(json.with(option, value));
  }
}
