package dev.switchboard.webhooks.fuzz;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import dev.switchboard.webhooks.Payload;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.messages.MessageStatus;
import dev.switchboard.webhooks.rtc.RtcEvent;
import dev.switchboard.webhooks.verify.VerifyEvent;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.FallbackRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.util.List;

/** Any bytes: a {@link JsonException}, or a document that is written and read again and that every parser takes. */
public final class PayloadFuzz {
  private PayloadFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    Json json;
    try {
      json = Json.parse(data);
    } catch (JsonException refused) {
      return;
    }
    check(Json.parse(json.writeBytes()).equals(json), "the document changed on its way out and in");
    check(
        Json.parse(json.write()).equals(json),
        "the document changed on its way out and in as text");
    List<Payload> payloads = List.of(
        new AnswerRequest(json),
        new FallbackRequest(json),
        VoiceEvent.of(json),
        InboundMessage.of(json),
        MessageStatus.of(json),
        RtcEvent.of(json),
        VerifyEvent.of(json));
    for (Payload payload : payloads) {
      check(payload.unknownFields().size() <= data.length, "more unknown fields than bytes");
    }
    VoiceEvent.of(json).timestamp();
    InboundMessage.of(json).content();
    InputEvent input = new InputEvent(json);
    input.digits();
    input.speech();
    for (String name : json.names()) {
      json.time(name);
      json.seconds(name);
      json.integer(name);
      json.uri(name);
      json.flag(name);
    }
  }

  static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
