package dev.switchboard.client;

import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A leg as the Voice API shows it. What reality leaves out is empty.
 *
 * @param json all of it
 */
public record CallRecord(Json json) {
  /** Identity of the leg. */
  public Optional<String> uuid() {
    return json.text("uuid");
  }

  /** Such as {@code ringing}, {@code answered} or {@code completed}. */
  public Optional<String> status() {
    return json.text("status");
  }

  /** {@code inbound} or {@code outbound}. */
  public Optional<String> direction() {
    return json.text("direction");
  }

  /** Identity of the conversation. */
  public Optional<String> conversationUuid() {
    return json.text("conversation_uuid");
  }

  /** The endpoint that called, with its {@code type}. */
  public Json from() {
    return json.get("from");
  }

  /** The endpoint that was called, with its {@code type}. */
  public Json to() {
    return json.get("to");
  }

  /** When it was answered. */
  public Optional<Instant> startTime() {
    return json.time("start_time");
  }

  /** When it ended. */
  public Optional<Instant> endTime() {
    return json.time("end_time");
  }

  /** How long it lasted, in whole seconds. */
  public Optional<Duration> duration() {
    return json.seconds("duration");
  }

  /** Euro a minute. */
  public Optional<BigDecimal> rate() {
    return json.decimal("rate");
  }

  /** Euro in all. */
  public Optional<BigDecimal> price() {
    return json.decimal("price");
  }

  /** The network, by name or by number. */
  public Optional<String> network() {
    return json.text("network");
  }
}
