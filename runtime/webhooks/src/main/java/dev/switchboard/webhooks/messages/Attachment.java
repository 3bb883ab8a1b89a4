package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of several files in a multimedia message.
 *
 * @param json all of it
 */
public record Attachment(Json json) {
  static List<Attachment> all(Json message) {
    List<Attachment> attachments = new ArrayList<>();
    for (Json attachment : message.get("content").items()) {
      attachments.add(new Attachment(attachment));
    }
    return List.copyOf(attachments);
  }

  /** {@code image}, {@code audio}, {@code video}, {@code vcard} or {@code file}. */
  public Optional<String> type() {
    return json.text("type");
  }

  /** Kept by the platform for 48 hours. */
  public Optional<URI> url() {
    return json.uri("url");
  }

  /** Words that came with it. */
  public Optional<String> caption() {
    return json.text("caption");
  }
}
