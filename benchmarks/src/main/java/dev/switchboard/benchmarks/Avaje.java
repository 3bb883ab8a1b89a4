package dev.switchboard.benchmarks;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.Map;

/** avaje-jsonb's generated adapters over the same fields: the fastest compile-time peer. It drops what it does not know. */
public final class Avaje {
  private static final Jsonb JSONB = Jsonb.builder().build();
  private static final JsonType<Event> EVENT = JSONB.type(Event.class);
  private static final JsonType<Inbound> INBOUND = JSONB.type(Inbound.class);

  private Avaje() {}

  static Taken event(byte[] body) {
    Event event = EVENT.fromJson(body);
    return new Taken(event.uuid(), event.from(), event.to(), event.status());
  }

  static Taken inbound(byte[] body) {
    Inbound message = INBOUND.fromJson(body);
    return new Taken(message.messageUuid(), message.from(), message.to(), message.text());
  }

  @Json(naming = Json.Naming.LowerUnderscore)
  public record Event(
      Map<String, String> headers,
      String endTime,
      String uuid,
      String network,
      String duration,
      String startTime,
      String rate,
      String price,
      String from,
      String to,
      String conversationUuid,
      String status,
      String direction,
      String timestamp) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  public record Inbound(
      String channel,
      String messageType,
      String messageUuid,
      String to,
      String from,
      String timestamp,
      String text,
      Sms sms,
      Usage usage) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  public record Sms(String numMessages, String keyword) {}

  @Json
  public record Usage(String currency, String price) {}
}
