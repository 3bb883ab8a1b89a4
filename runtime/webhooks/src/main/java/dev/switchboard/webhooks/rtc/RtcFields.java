package dev.switchboard.webhooks.rtc;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.known.KnownFields;
import java.util.ArrayList;
import java.util.List;

/** What the accessors of this package read. */
final class RtcFields {
  /** Under which name an end of a channel has its number, user or address. */
  static final List<String> ENDS = List.of("number", "user", "uri", "id", "extension");

  private static final KnownFields END = KnownFields.of("type").texts(ENDS.toArray(new String[0]));
  private static final KnownFields CHANNEL = KnownFields.of(
          "id", "type", "cpa", "cpa_time", "preanswer", "ring_timeout", "max_length")
      .object("from", END)
      .object("to", END)
      .textItems("leg_ids")
      .whole("headers");
  private static final KnownFields LEG = KnownFields.of("direction")
      .object("channel", CHANNEL)
      .object("bandwidth", KnownFields.of("byte_in", "byte_out"))
      .object("reason", KnownFields.of("text", "code", "sip_code"))
      .object(
          "quality",
          KnownFields.of("mos_score", "quality_percentage", "jitter_min_var", "jitter_max_var")
              .texts(
                  "jitter_loss_rate",
                  "jitter_burst_rate",
                  "flaw_total",
                  "packet_cnt",
                  "packet_loss_perc"));

  /** The body is given whole by {@link RtcEvent#body()}; what a type reads of it is below. */
  private static final KnownFields HEAD = KnownFields.of(
          "type", "event_type", "id", "conversation_id")
      .texts("application_id", "from", "to", "timestamp", "state", "href")
      .object("_links", KnownFields.of().object("self", KnownFields.of("href")))
      .object(
          "_embedded",
          KnownFields.of()
              .object("from_member", KnownFields.of("id"))
              .object(
                  "from_user",
                  KnownFields.of("id", "name", "display_name", "image_url").whole("custom_data")));

  static final KnownFields ENVELOPE = body(KnownFields.of());
  static final KnownFields CUSTOM = HEAD.whole("body");
  static final KnownFields MEMBER = body(KnownFields.of("audio")
      .object("user", KnownFields.of("id"))
      .object("channel", CHANNEL)
      .object("timestamp", KnownFields.of("invited", "joined"))
      .object(
          "media",
          KnownFields.of("audio")
              .object("audio_settings", KnownFields.of("enabled", "earmuffed", "muted"))));
  static final KnownFields MESSAGE = body(KnownFields.of("event_id", "message_type", "text"));
  static final KnownFields TEXT = body(KnownFields.of("event_id", "text"));
  static final KnownFields IMAGE = body(KnownFields.of("event_id"));
  static final KnownFields AUDIO = body(KnownFields.of(
          "text", "loop", "level", "queue", "language", "style", "premium", "ssml", "rtc_id")
      .textItems("stream_url"));
  static final KnownFields SIP = body(LEG);
  static final KnownFields RTC =
      body(LEG.texts("duration", "start_time", "end_time", "price", "price_currency", "mos")
          .texts("rtc_id", "answer", "was_member", "user_id"));

  private RtcFields() {}

  private static KnownFields body(KnownFields fields) {
    return HEAD.object("body", fields);
  }

  static List<String> texts(Json array) {
    List<String> texts = new ArrayList<>();
    for (Json item : array.items()) {
      item.text().ifPresent(texts::add);
    }
    return List.copyOf(texts);
  }
}
