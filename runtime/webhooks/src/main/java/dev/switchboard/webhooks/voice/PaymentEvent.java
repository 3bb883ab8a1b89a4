package dev.switchboard.webhooks.voice;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.util.List;
import java.util.Optional;

/**
 * How a payment by {@code pay}, an action that the platform has withdrawn, went.
 *
 * @param json all of it
 */
public record PaymentEvent(Json json) implements VoiceEvent {
  /** Reads it. */
  public static PaymentEvent read(WebhookRequest request) {
    return new PaymentEvent(request.json());
  }

  /** The leg. */
  public Optional<String> uuid() {
    return json.text("uuid");
  }

  /** Caller. */
  public Optional<String> from() {
    return json.text("from");
  }

  /** The number or user called. */
  public Optional<String> to() {
    return json.text("to");
  }

  /** {@code success} or {@code failure}. */
  public Optional<String> status() {
    return json.text("status");
  }

  /** {@code payment}. */
  public Optional<String> type() {
    return json.text("type");
  }

  @Override
  public List<String> unknownFields() {
    return VoiceFields.PAYMENT.unknownIn(json);
  }
}
