package dev.switchboard.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What the contestants read: the same bytes for all. */
final class Bodies {
  static final byte[] EVENT = bytes(
      "{\"headers\":{},\"end_time\":\"2026-01-31T12:01:00.000Z\",\"uuid\":\"0a1b2c3d4e5f60718293a4b5c6d7e8f9\","
          + "\"network\":\"GB-FIXED\",\"duration\":\"60\",\"start_time\":\"2026-01-31T12:00:00.000Z\",\"rate\":\"0.00450000\","
          + "\"price\":\"0.00450000\",\"from\":\"447700900000\",\"to\":\"447700900001\","
          + "\"conversation_uuid\":\"CON-11111111-2222-3333-4444-555555555555\",\"status\":\"completed\","
          + "\"direction\":\"inbound\",\"timestamp\":\"2026-01-31T12:01:00.100Z\"}");

  static final byte[] INBOUND = bytes(
      "{\"channel\":\"sms\",\"message_type\":\"text\",\"message_uuid\":\"11111111-2222-4333-8444-555555555555\","
          + "\"to\":\"447700900000\",\"from\":\"447700900001\",\"timestamp\":\"2026-01-31T12:00:00Z\","
          + "\"text\":\"Two large pizzas, please.\",\"sms\":{\"num_messages\":\"1\",\"keyword\":\"TWO\"},"
          + "\"usage\":{\"currency\":\"EUR\",\"price\":\"0.0057\"}}");

  /** The headers that the platform sends with a body. */
  static final Map<String, List<String>> HEADERS = Map.of(
      "Host", List.of("example.com"),
      "Content-type", List.of("application/json"),
      "Content-length", List.of(Integer.toString(EVENT.length)));

  private Bodies() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
