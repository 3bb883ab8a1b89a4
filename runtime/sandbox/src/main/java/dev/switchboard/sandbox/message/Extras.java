package dev.switchboard.sandbox.message;

import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What webhooks of one channel have beside the common fields (domain: messages webhooks, sections 3.2 and 5). */
final class Extras {
  private static final Set<String> WITH_NETWORK = Set.of("sms", "mms", "rcs");
  private static final String NETWORK = "23410";
  private static final int SMS_LENGTH = 160;

  private Extras() {}

  /** Adds what an inbound message of that channel has; what the content says itself stays. */
  static void inbound(String channel, Json content, Map<String, Object> fields) {
    switch (channel) {
      case "sms" -> {
        String text = content.text("text").orElse("");
        String word = text.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        fields.put("sms", Json.object("num_messages", parts(text), "keyword", word));
        fields.put("usage", price("0.0057"));
        fields.put("origin", Json.object("network_code", NETWORK));
      }
      case "mms" -> fields.put("origin", Json.object("network_code", NETWORK));
      case "rcs" -> fields.put("context_status", "none");
      case "whatsapp" -> {
        fields.put("context_status", content.has("context") ? "available" : "none");
        fields.put("profile", Json.object("name", "Sandbox"));
      }
      default -> {}
    }
  }

  /** Adds where an inbound message of WhatsApp is, and who sent it; what it says of its sender itself stays. */
  static void whatsApp(URI host, Map<String, Object> fields) {
    fields.put("_self", Json.object("href", host + "/v1/messages/" + fields.get("message_uuid")));
    Json said = fields.get("whatsapp") instanceof Json json ? json : Json.object();
    if (!said.has("sender")) {
      fields.put("whatsapp", said.with("sender", Json.object("wa_id", fields.get("from"))));
    }
  }

  /** Adds what a status of that channel has. */
  static void status(String status, Json message, Map<String, Object> fields) {
    String channel = message.required("channel");
    boolean delivered = status.equals("delivered");
    if (!status.equals("undeliverable") && !channel.equals("rcs")) {
      fields.put("usage", price("0.0333"));
    }
    if (WITH_NETWORK.contains(channel)) {
      fields.put("destination", Json.object("network_code", NETWORK));
    }
    if (channel.equals("sms")) {
      fields.put("sms", Json.object("count_total", parts(message.text("text").orElse(""))));
    }
    if (channel.equals("whatsapp") && delivered) {
      String category = message.required("message_type").equals("template") ? "utility" : "service";
      fields.put(
          "whatsapp",
          Json.object(
              "pricing",
              Json.object("type", "regular", "pricing_model", "PMP", "category", category),
              "conversation",
              Json.object(
                  "id",
                  UUID.randomUUID().toString().replace("-", ""),
                  "origin",
                  Json.object("type", category))));
    }
  }

  /** How many short messages a text takes. */
  private static String parts(String text) {
    return Integer.toString(Math.max(1, (text.length() + SMS_LENGTH - 1) / SMS_LENGTH));
  }

  private static Json price(String price) {
    return Json.object("currency", "EUR", "price", price);
  }
}
