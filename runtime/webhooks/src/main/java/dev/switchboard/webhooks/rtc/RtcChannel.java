package dev.switchboard.webhooks.rtc;

import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A leg as a conversation sees it.
 *
 * @param json all of it
 */
public record RtcChannel(Json json) {
  static Optional<RtcChannel> of(Json event) {
    Json channel = event.get("body").get("channel");
    return channel.isObject() ? Optional.of(new RtcChannel(channel)) : Optional.empty();
  }

  /** The leg. */
  public Optional<String> id() {
    return json.text("id");
  }

  /** {@code phone}, {@code sip}, {@code app} and so on. */
  public Optional<String> type() {
    return json.text("type");
  }

  /** Kind of the calling end. */
  public Optional<String> fromType() {
    return json.get("from").text("type");
  }

  /** Number or user of the calling end. */
  public Optional<String> from() {
    return end("from");
  }

  /** Kind of the called end. */
  public Optional<String> toType() {
    return json.get("to").text("type");
  }

  /** Number or user of the called end. */
  public Optional<String> to() {
    return end("to");
  }

  /** All legs. */
  public List<String> legIds() {
    return RtcFields.texts(json.get("leg_ids"));
  }

  /** Whether machines are detected. */
  public Optional<Boolean> machineDetection() {
    return json.flag("cpa");
  }

  /** How long detection may take. */
  public Optional<Duration> machineDetectionTime() {
    return json.millis("cpa_time");
  }

  /** Whether sound flows before it is answered. */
  public Optional<Boolean> preanswer() {
    return json.flag("preanswer");
  }

  /** How long it may ring. */
  public Optional<Duration> ringTimeout() {
    return json.millis("ring_timeout");
  }

  /** How long it may last. */
  public Optional<Duration> maxLength() {
    return json.millis("max_length");
  }

  /** Custom headers, as an object. */
  public Json headers() {
    return json.get("headers");
  }

  private Optional<String> end(String name) {
    Json end = json.get(name);
    for (String kind : RtcFields.ENDS) {
      Optional<String> value = end.text(kind);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }
}
