package dev.switchboard.sandbox.message;

import java.util.List;
import java.util.Optional;

/**
 * What a channel carries (domain: messages webhooks, sections 2, 3 and 6).
 *
 * @param name on the wire
 * @param longestText of an outbound text
 * @param reads whether the channel tells that a message was read
 * @param phone whether the person is a phone number
 * @param outbound types that can be sent
 */
record Channel(String name, int longestText, boolean reads, boolean phone, List<String> outbound) {
  private static final List<Channel> ALL = List.of(
      new Channel("sms", 1000, false, true, List.of("text")),
      new Channel(
          "mms",
          1000,
          false,
          true,
          List.of("text", "image", "vcard", "audio", "video", "file", "content")),
      new Channel(
          "rcs",
          3072,
          true,
          true,
          List.of("text", "image", "video", "file", "card", "carousel", "custom")),
      new Channel(
          "whatsapp",
          4096,
          true,
          true,
          List.of(
              "text",
              "image",
              "audio",
              "video",
              "file",
              "template",
              "custom",
              "sticker",
              "reaction")),
      new Channel(
          "messenger", 640, true, false, List.of("text", "image", "audio", "video", "file")),
      new Channel("viber_service", 1000, true, true, List.of("text", "image", "video", "file")));

  static Optional<Channel> of(String name) {
    return ALL.stream().filter(each -> each.name.equals(name)).findFirst();
  }

  static String names() {
    return String.join(", ", ALL.stream().map(Channel::name).toList());
  }
}
