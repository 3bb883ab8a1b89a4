package dev.switchboard.webhooks.corpus;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A payload as another library reads it, and what the platform's documentation makes of it: nothing here uses a class of
 * ours, so that the tables of the corpus have a second opinion that cannot share our mistakes.
 */
final class RawPayload {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** The statuses of a call. */
  private static final Set<String> STATUSES = Set.of(
      "started",
      "ringing",
      "answered",
      "busy",
      "cancelled",
      "unanswered",
      "rejected",
      "failed",
      "timeout",
      "human",
      "machine",
      "completed",
      "disconnected");

  private static final Map<String, String> CHANNELS = Map.of(
      "sms", "Sms",
      "mms", "Mms",
      "rcs", "Rcs",
      "whatsapp", "WhatsApp",
      "messenger", "Messenger",
      "viber_service", "Viber",
      "viber_service_msg", "Viber");

  /**
   * Where the documentation puts what an accessor says, the first that is there; {@code {t}} is the type of the message's
   * content. What is not listed is the accessor's name in snake case, from the root.
   */
  private static final Map<String, List<String>> PLACES = Map.ofEntries(
      Map.entry("uuid", List.of("/uuid", "/call_uuid")),
      Map.entry("content.type", List.of("/message_type", "/message/content/type")),
      Map.entry("content.payload", List.of("/{t}/payload", "/message/content/{t}/payload")),
      Map.entry("content.latitude", List.of("/location/lat")),
      Map.entry("content.longitude", List.of("/location/long")),
      Map.entry("content.items[0].itemPrice", List.of("/order/product_items/0/item_price")),
      Map.entry("content.items[0].currency", List.of("/order/product_items/0/currency")),
      Map.entry("content.attachments[0].type", List.of("/content/0/type")),
      Map.entry("content.attachments[0].url", List.of("/content/0/url")),
      Map.entry("content.attachments[1].type", List.of("/content/1/type")),
      Map.entry("content.attachments[1].url", List.of("/content/1/url")),
      Map.entry("content.attachments[1].caption", List.of("/content/1/caption")),
      Map.entry("attachments[0].type", List.of("/content/0/type")),
      Map.entry("attachments[0].url", List.of("/content/0/url")),
      Map.entry("fromParty.id", List.of("/from/id")),
      Map.entry("fromParty.number", List.of("/from/number")),
      Map.entry("fromParty.type", List.of("/from/type")),
      Map.entry("selfUrl", List.of("/_self/href")),
      Map.entry("sender.userId", List.of("/whatsapp/sender/user_id")),
      Map.entry("sender.parentUserId", List.of("/whatsapp/sender/parent_user_id")),
      Map.entry("whatsAppRecipient.userId", List.of("/whatsapp/recipient/user_id")),
      Map.entry("whatsAppRecipient.parentUserId", List.of("/whatsapp/recipient/parent_user_id")),
      Map.entry("error.detail", List.of("/error/detail", "/error/reason")),
      Map.entry("digits", List.of("/dtmf/digits", "/dtmf")),
      Map.entry("timedOut", List.of("/dtmf/timed_out", "/timed_out")),
      Map.entry("legacyTimedOut", List.of("/timed_out")),
      Map.entry("speechError", List.of("/speech/error")),
      Map.entry("speechResults[0].text", List.of("/speech/results/0/text")),
      Map.entry("speechResults[0].confidence", List.of("/speech/results/0/confidence")),
      Map.entry("userId", List.of("/body/user/id")),
      Map.entry("channel.id", List.of("/body/channel/id")),
      Map.entry("channel.from", List.of("/body/channel/from/number")),
      Map.entry("channel.fromType", List.of("/body/channel/from/type")),
      Map.entry("messages[0].usage.price", List.of("/_links/messages/0/usage/price")),
      Map.entry("messages[0].usage.currency", List.of("/_links/messages/0/usage/currency")),
      Map.entry("messages[1].usage.price", List.of("/_links/messages/1/usage/price")),
      Map.entry("messages[1].usage.currency", List.of("/_links/messages/1/usage/currency")));

  private static final List<DateTimeFormatter> WITHOUT_ZONE = List.of(
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT),
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT),
      DateTimeFormatter.ISO_LOCAL_DATE_TIME);

  private final String folder;
  private final JsonNode root;

  private RawPayload(String folder, JsonNode root) {
    this.folder = folder;
    this.root = root;
  }

  static RawPayload read(Corpus corpus, String file) {
    byte[] bytes = corpus.bytes(file);
    String folder = file.substring(0, file.indexOf('/'));
    return new RawPayload(folder, file.endsWith(".txt") ? query(bytes) : MAPPER.readTree(bytes));
  }

  private static ObjectNode query(byte[] bytes) {
    ObjectNode fields = MAPPER.createObjectNode();
    for (String parameter : new String(bytes, StandardCharsets.UTF_8).strip().split("&", -1)) {
      String[] pair = parameter.split("=", 2);
      String value = URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
      // In a GET webhook a nested value is JSON text.
      fields.set(
          URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
          value.startsWith("{")
              ? MAPPER.readTree(value)
              : MAPPER.getNodeFactory().stringNode(value));
    }
    return fields;
  }

  /** The type that the documentation gives it. */
  String type() {
    return switch (folder) {
      case "voice-answer" -> "AnswerRequest";
      case "voice-events" -> event();
      case "messages-inbound" -> "InboundMessage." + channel();
      case "messages-status" ->
        "MessageStatus." + (root.has("dispatch_uuid") ? "DispatchReport" : capital(text("status")));
      case "rtc-events" -> "RtcEvent." + capital(text("type").replaceAll(":.*", ""));
      case "verify-events" ->
        "VerifyEvent."
            + Map.of("event", "Attempt", "summary", "Summary")
                .getOrDefault(text("type"), "Unknown");
      default -> throw new AssertionError(folder);
    };
  }

  /** The order matters: see "discriminating an event" in the documentation of voice webhooks. */
  private String event() {
    String status = text("status");
    if (root.has("reason") && root.has("original_request")) {
      return "FallbackRequest";
    }
    if (text("type").equals("transfer") || root.has("conversation_uuid_from")) {
      return "TransferEvent";
    }
    if (text("type").equals("payment") || Set.of("success", "failure").contains(status)) {
      return "PaymentEvent";
    }
    if (status.equals("transcribed")) {
      return "TranscriptionEvent";
    }
    if (root.has("recording_url") && !STATUSES.contains(status)) {
      return "RecordEvent";
    }
    if (root.has("dtmf") || root.has("speech")) {
      return "InputEvent";
    }
    if (STATUSES.contains(status)) {
      return "CallEvent." + capital(status);
    }
    if (root.has("reason")) {
      return "ErrorEvent";
    }
    return root.path("payload").isObject() && status.isEmpty()
        ? "NotifyEvent"
        : "VoiceEvent.Unknown";
  }

  private String channel() {
    boolean old = root.path("message").isObject();
    String channel = old ? root.at("/from/type").asString("") : text("channel");
    if (channel.isEmpty()) {
      return root.has("message_uuid") ? "Unspecified" : "Unknown";
    }
    return CHANNELS.getOrDefault(channel, "Unknown");
  }

  /** The type of a message's content, by its name on the wire. */
  String content() {
    String type = text("message_type");
    if (type.isEmpty()) {
      type = root.at("/message/content/type").asString("");
    }
    if (type.isEmpty() && (text("channel").equals("sms") || root.has("text"))) {
      return "text";
    }
    if (type.isEmpty()) {
      // of a part of a message, the one object there is
      return List.of("audio", "content", "reply", "sticker", "vcard", "video").stream()
          .filter(root::has)
          .findFirst()
          .orElse("");
    }
    return type;
  }

  /** What the file says where the accessor reads, as text; empty where it says nothing there. */
  Optional<String> said(String accessor) {
    String plain = accessor.substring(accessor.lastIndexOf('.') + 1);
    return places(accessor).stream()
        .map(place -> root.at(place.replace("{t}", content())))
        .filter(node -> !node.isMissingNode() && !node.isNull())
        .findFirst()
        .map(node -> text(node, plain));
  }

  private List<String> places(String accessor) {
    List<String> known = PLACES.get(accessor);
    if (known != null) {
      return known;
    }
    if (accessor.startsWith("content.")) {
      String field = snake(accessor.substring("content.".length()));
      return List.of("/{t}/" + field, "/message/content/{t}/" + field);
    }
    return List.of("/" + snake(accessor).replace('.', '/').replace("[", "/").replace("]", ""));
  }

  private static String text(JsonNode node, String accessor) {
    if (accessor.equals("timestamp") || accessor.endsWith("Time") || accessor.endsWith("At")) {
      return instant(node.asString()).toString();
    }
    return node.isValueNode() && !accessor.equals("payload") ? node.asString() : node.toString();
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException otherForm) {
      for (DateTimeFormatter form : WITHOUT_ZONE) {
        try {
          return LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException notThis) {
          // the next
        }
      }
      throw otherForm;
    }
  }

  private String text(String member) {
    return root.path(member).isString() ? root.path(member).asString() : "";
  }

  private static String capital(String word) {
    return word.isEmpty()
        ? "Unknown"
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String snake(String camel) {
    return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
