package dev.switchboard.sandbox.message;

import dev.switchboard.webhooks.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bodies of version 0.1, for applications that asked for them (domain: messages webhooks, sections 4 and 5.1). */
final class OldFormat {
  private static final List<String> ENVELOPE =
      List.of("message_uuid", "to", "from", "timestamp", "channel", "message_type", "usage", "sms");

  private OldFormat() {}

  static Json inbound(Json message) {
    Map<String, Object> body = ends(message);
    message.text("timestamp").ifPresent(time -> body.put("timestamp", time));
    String type = message.text("message_type").orElse("text");
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("type", type);
    message.members().forEach((name, value) -> {
      if (!ENVELOPE.contains(name) && name.equals(type)) {
        content.put(name, name.equals("location") ? location(value) : value);
      }
    });
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("content", Json.of(content));
    if (message.has("sms")) {
      inner.put("sms", message.get("sms"));
    }
    body.put("message", Json.of(inner));
    if (message.has("usage")) {
      body.put("usage", message.get("usage"));
    }
    return Json.of(body);
  }

  static Json status(Json status) {
    Map<String, Object> body = ends(status);
    status.members().forEach((name, value) -> {
      if (!body.containsKey(name) && !name.equals("channel") && !name.equals("error")) {
        body.put(name, value);
      }
    });
    Json error = status.get("error");
    if (error.isObject()) {
      body.put(
          "error",
          Json.object(
              "code",
              error.integer("title").orElse(0L),
              "reason",
              error.text("detail").orElse("")));
    }
    return Json.of(body);
  }

  private static Map<String, Object> ends(Json message) {
    String channel = message.text("channel").orElse("");
    String type = channel.equals("viber_service") ? "viber_service_msg" : channel;
    String key = channel.equals("messenger") ? "id" : "number";
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message_uuid", message.required("message_uuid"));
    body.put("to", Json.object("type", type, key, message.required("to")));
    body.put("from", Json.object("type", type, key, message.required("from")));
    return body;
  }

  private static Json location(Json location) {
    return Json.object(
        "latitude",
        location.text("lat").orElse(""),
        "longitude",
        location.text("long").orElse(""));
  }
}
