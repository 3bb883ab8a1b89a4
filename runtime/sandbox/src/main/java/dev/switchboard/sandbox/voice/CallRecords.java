package dev.switchboard.sandbox.voice;

import dev.switchboard.webhooks.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Legs as the API shows them. Used from the loop alone. */
final class CallRecords {
  private final Legs legs;

  CallRecords(Legs legs) {
    this.legs = legs;
  }

  /** The call records of an application, oldest first. */
  List<Json> of(String applicationId) {
    return legs.all()
        .filter(leg -> leg.applicationId.equals(applicationId))
        .map(CallRecords::of)
        .toList();
  }

  /** One leg. */
  static Json of(Leg leg) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("uuid", leg.uuid);
    record.put("status", leg.status);
    record.put("direction", leg.direction);
    record.put("conversation_uuid", leg.conversation.uuid);
    record.put("from", Json.object("type", "phone", "number", leg.from));
    record.put(
        "to",
        leg.direction.equals("outbound")
            ? leg.endpoint
            : Json.object("type", "phone", "number", leg.to));
    Instant start = leg.startTime;
    if (start != null) {
      record.put("start_time", Times.stamp(start));
    }
    Instant end = leg.endTime;
    if (end != null) {
      record.put("end_time", Times.stamp(end));
      record.put("duration", Long.toString(Times.seconds(leg.duration(end))));
      record.put("rate", Times.rate());
      record.put("price", Times.price(leg.duration(end)));
      record.put("network", "GB-FIXED");
    }
    record.put("_links", Json.object("self", Json.object("href", "/v1/calls/" + leg.uuid)));
    return Json.of(record);
  }
}
