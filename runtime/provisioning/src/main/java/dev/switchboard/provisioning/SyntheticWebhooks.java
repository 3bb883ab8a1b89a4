package dev.switchboard.provisioning;

import dev.switchboard.manifest.Route;
import dev.switchboard.webhooks.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the platform might send to a URL, made up: numbers that are reserved for fiction, ids that belong to nothing. The
 * shapes are those of voice-webhooks.md and messages-webhooks.md.
 */
final class SyntheticWebhooks {
  private static final String CALLER = "447700900000";
  private static final String CALLED = "447700900001";

  private final Instant now;
  private final String messagesVersion;
  private final String leg = UUID.randomUUID().toString().replace("-", "");
  private final String conversation = "CON-" + UUID.randomUUID();

  SyntheticWebhooks(Instant now, String messagesVersion) {
    this.now = now;
    this.messagesVersion = messagesVersion;
  }

  /** The fields for a route; those of a GET go into its query. */
  Map<String, Object> fields(Route route) {
    String capability = route.capability().orElse("");
    return switch (capability + "/" + route.kind()) {
      case "voice/answer_url" -> leg();
      case "voice/fallback_answer_url" -> fallback();
      case "voice/event_url" -> event();
      case "messages/inbound_url" -> message("text");
      case "messages/status_url" -> message("delivered");
      case "rtc/event_url" -> rtc();
      case "verify/status_url" -> verify();
      default -> capability.isEmpty() ? callback(route.handlers()) : video(route.kind());
    };
  }

  private Map<String, Object> leg() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", CALLER);
    fields.put("to", CALLED);
    fields.put("uuid", leg);
    fields.put("conversation_uuid", conversation);
    return fields;
  }

  private Map<String, Object> fallback() {
    Map<String, Object> fields = leg();
    fields.put("reason", "Verification");
    fields.put("original_request", Json.object("type", "answer"));
    return fields;
  }

  private Map<String, Object> event() {
    Map<String, Object> fields = leg();
    fields.put("status", "started");
    fields.put("direction", "inbound");
    fields.put("timestamp", now.toString());
    return fields;
  }

  /** By the type of the method's parameter, since that is what the NCCO would lead there. */
  private Map<String, Object> callback(List<String> handlers) {
    String types = String.join(" ", handlers);
    Map<String, Object> fields = leg();
    if (types.contains("RecordEvent")) {
      fields.put("start_time", now.minusSeconds(4).toString());
      fields.put("end_time", now.toString());
      fields.put("size", 0);
      fields.put("recording_uuid", UUID.randomUUID().toString());
      fields.put("recording_url", "https://api.nexmo.com/v1/files/" + UUID.randomUUID());
    } else if (types.contains("NotifyEvent")) {
      fields.put("payload", Json.object());
    } else if (types.contains("CallEvent") || types.contains("VoiceEvent")) {
      return event();
    } else {
      fields.put("dtmf", Json.object("digits", "1", "timed_out", false));
    }
    fields.put("timestamp", now.toString());
    return fields;
  }

  private Map<String, Object> message(String what) {
    boolean status = what.equals("delivered");
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message_uuid", UUID.randomUUID().toString());
    fields.put("timestamp", now.toString());
    if (messagesVersion.equals("v0.1")) {
      fields.put("to", Json.object("type", "sms", "number", CALLED));
      fields.put("from", Json.object("type", "sms", "number", CALLER));
    } else {
      fields.put("to", CALLED);
      fields.put("from", CALLER);
      fields.put("channel", "sms");
    }
    if (status) {
      fields.put("status", what);
    } else if (messagesVersion.equals("v0.1")) {
      fields.put(
          "message", Json.object("content", Json.object("type", "text", "text", "Verification")));
    } else {
      fields.put("message_type", "text");
      fields.put("text", "Verification");
    }
    return fields;
  }

  private Map<String, Object> rtc() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", "1");
    fields.put("type", "text");
    fields.put("conversation_id", conversation);
    fields.put("from", "MEM-" + UUID.randomUUID());
    fields.put("body", Json.object("text", "Verification"));
    fields.put("timestamp", now.toString());
    return fields;
  }

  private Map<String, Object> verify() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("request_id", UUID.randomUUID().toString());
    fields.put("triggered_at", now.toString());
    fields.put("type", "event");
    fields.put("channel", "sms");
    fields.put("status", "completed");
    fields.put("finalized_at", now.toString());
    return fields;
  }

  private Map<String, Object> video(String kind) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("event", kind);
    fields.put("timestamp", now.toEpochMilli());
    return fields;
  }
}
