package dev.switchboard.webhooks.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import dev.switchboard.webhooks.WebhookRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceEventTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'transfer','status':'answered'}                    | TransferEvent",
        "{'conversation_uuid_from':'CON-1','recording_url':'x'}      | TransferEvent",
        "{'type':'payment','status':'answered'}                     | PaymentEvent",
        "{'status':'success'}                                       | PaymentEvent",
        "{'status':'failure','recording_url':'x'}                   | PaymentEvent",
        "{'status':'transcribed','type':'record','recording_url':1} | TranscriptionEvent",
        "{'recording_url':'x','dtmf':'1'}                           | RecordEvent",
        "{'recording_url':'x','status':'answered'}                  | Answered",
        "{'dtmf':{'digits':'1'},'status':'answered'}                | InputEvent",
        "{'speech':{'recording_url':'x'}}                           | InputEvent",
        "{'status':'input','dtmf':'1'}                              | InputEvent",
        "{'status':'busy','reason':'x'}                             | Busy",
        "{'reason':'x','status':'odd'}                              | ErrorEvent",
        "{'reason':'x','payload':{}}                                | ErrorEvent",
        "{'payload':{'a':1},'timestamp':'x'}                        | NotifyEvent",
        "{'payload':'text'}                                         | Unknown",
        "{'anything':1}                                             | Unknown",
        "[]                                                         | Unknown",
        "{'status':'levitating'}                                    | Unknown",
      })
  void tellsEventsApartInTheDocumentedOrder(String body, String type) {
    VoiceEvent event = VoiceEvent.of(Json.parse(body.replace('\'', '"')));
    assertThat(event.getClass().getSimpleName()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "started,Started", "ringing,Ringing", "answered,Answered", "busy,Busy", "cancelled,Cancelled",
    "unanswered,Unanswered", "rejected,Rejected", "failed,Failed", "timeout,Timeout", "human,Human",
    "machine,Machine", "completed,Completed", "disconnected,Disconnected"
  })
  void typesEveryStatus(String status, String type) {
    VoiceEvent event = VoiceEvent.of(Json.object("status", status));
    assertThat(event.getClass().getSimpleName()).isEqualTo(type);
    assertThat(CallEvent.hasType(status)).isTrue();
    assertThat(((CallEvent) event).status()).isEqualTo(status);
  }

  @Test
  void keepsAnUnknownStatus() {
    CallEvent event = CallEvent.of(Json.object("status", "levitating", "height", 3));
    assertThat(event).isInstanceOf(CallEvent.Unknown.class).isInstanceOf(CallEvent.Other.class);
    assertThat(event.status()).isEqualTo("levitating");
    assertThat(event.unknownFields()).containsExactly("/height");
    assertThat(VoiceEvent.of(event.json())).isEqualTo(event);
  }

  @Test
  void readsACompletedCallWhateverTheTypesOnTheWire() {
    CallEvent.Completed strings = new CallEvent.Completed(Json.parse("""
        {"status":"completed","duration":"2","price":"0.0120","rate":"0.36","sip_code":"200",
         "start_time":"2026-01-31T12:00:00.000Z","end_time":"2026-01-31 12:00:02 UTC","uuid":null,"call_uuid":"abc",
         "disconnected_by":"user","network":"GB-FIXED"}
        """));
    assertThat(strings.duration()).contains(Duration.ofSeconds(2));
    assertThat(strings.price()).contains(new BigDecimal("0.0120"));
    assertThat(strings.sipCode()).contains(200);
    assertThat(strings.startTime()).contains(Instant.parse("2026-01-31T12:00:00Z"));
    assertThat(strings.endTime()).contains(Instant.parse("2026-01-31T12:00:02Z"));
    assertThat(strings.uuid()).contains("abc");
    assertThat(strings.unknownFields()).isEmpty();

    CallEvent.Completed odd = new CallEvent.Completed(
        Json.parse(
            "{\"duration\":2.5,\"price\":null,\"rate\":\"free\",\"sip_code\":[],\"start_time\":\"soon\"}"));
    assertThat(odd.duration()).contains(Duration.ofMillis(2_500));
    assertThat(odd.price()).isEmpty();
    assertThat(odd.rate()).isEmpty();
    assertThat(odd.sipCode()).isEmpty();
    assertThat(odd.startTime()).isEmpty();
    assertThat(odd.unknownFields()).containsExactly("/sip_code");
    assertThatThrownBy(odd::status).isInstanceOf(JsonException.class);
  }

  @Test
  void readsKeysInBothShapesAndByGet() {
    InputEvent object =
        new InputEvent(Json.parse("{\"dtmf\":{\"digits\":\"12\",\"timed_out\":true}}"));
    assertThat(object.digits()).contains("12");
    assertThat(object.timedOut()).contains(true);
    InputEvent legacy = new InputEvent(Json.parse("{\"dtmf\":\"12\",\"timed_out\":\"true\"}"));
    assertThat(legacy.digits()).contains("12");
    assertThat(legacy.timedOut()).contains(true);
    assertThat(legacy.unknownFields()).isEmpty();
    InputEvent none =
        new InputEvent(Json.parse("{\"dtmf\":{\"digits\":null,\"timed_out\":false}}"));
    assertThat(none.digits()).isEmpty();
    assertThat(new InputEvent(Json.object("dtmf", "")).digits()).isEmpty();
    InputEvent byGet =
        InputEvent.read(WebhookRequest.get("/x", Map.of("dtmf", "{\"digits\":\"7\",\"new\":1}")));
    assertThat(byGet.digits()).contains("7");
    assertThat(byGet.unknownFields()).containsExactly("/dtmf/new");
  }

  @Test
  void takesTheLikeliestOfWhatWasSaid() {
    InputEvent event = new InputEvent(Json.parse("""
        {"speech":{"timeout_reason":"end_on_silence_timeout","recording_url":"https://example.com/a",
         "results":[{"text":"sail","confidence":"0.5"},{"text":"sale","confidence":0.9},{"text":"sell"}]}}
        """));
    assertThat(event.speech()).contains("sale");
    assertThat(event.speechResults())
        .extracting(r -> r.confidence().orElse(BigDecimal.ZERO))
        .containsExactly(new BigDecimal("0.5"), new BigDecimal("0.9"), BigDecimal.ZERO);
    assertThat(event.speechRecordingUrl()).contains(URI.create("https://example.com/a"));
    assertThat(new InputEvent(Json.parse("{\"speech\":{\"results\":[]}}")).speech())
        .isEmpty();
    InputEvent failed = new InputEvent(Json.parse("{\"speech\":{\"error\":\"not enabled\"}}"));
    assertThat(failed.speechError()).contains("not enabled");
    assertThat(failed.speech()).isEmpty();
  }

  @Test
  void readsANotifyWithAndWithoutEnvelope() {
    NotifyEvent wrapped = NotifyEvent.read(WebhookRequest.post(
        "/n", "{\"payload\":{\"a\":1},\"conversation_uuid\":\"CON-1\",\"extra\":1}"));
    assertThat(wrapped.payload()).isEqualTo(Json.object("a", 1));
    assertThat(wrapped.unknownFields()).containsExactly("/extra");
    NotifyEvent bare = NotifyEvent.read(WebhookRequest.post("/n", "{\"a\":1}"));
    assertThat(bare.payload()).isEqualTo(Json.object("a", 1));
    assertThat(bare.unknownFields()).isEmpty();
  }

  @Test
  void readsAnAnswerRequestByGet() {
    AnswerRequest call = AnswerRequest.read(WebhookRequest.get(
        "/a?to=447700900000&uuid=0a1b&from_user=Ann&SipHeader_X-Id=7&SipHeader_User-to-User=ab%3Bencoding%3Dhex"
            + "&custom_data=%7B%22k%22%3A%22v%22%7D&endpoint_type=app&region_url=https%3A%2F%2Fexample.com&new=1",
        Map.of()));
    assertThat(call.to()).isEqualTo("447700900000");
    assertThat(call.from()).isEmpty();
    assertThat(call.fromUser()).contains("Ann");
    assertThat(call.customData().text("k")).contains("v");
    assertThat(call.sipHeaders()).isEqualTo(Map.of("X-Id", "7", "User-to-User", "ab;encoding=hex"));
    assertThat(call.regionUrl()).contains(URI.create("https://example.com"));
    assertThat(call.unknownFields()).containsExactly("/new");
  }

  @Test
  void readsAFallbackOfAnAnswerAndOfAnEvent() {
    FallbackRequest answer = FallbackRequest.read(WebhookRequest.get(
        "/f",
        Map.of(
            "reason",
            "closed",
            "original_request",
            "{\"url\":\"https://example.com/a\",\"type\":\"answer\"}",
            "to",
            "44",
            "uuid",
            "1",
            "x",
            "y")));
    assertThat(answer.reason()).contains("closed");
    assertThat(answer.originalUrl()).contains(URI.create("https://example.com/a"));
    assertThat(answer.webhook()).isInstanceOf(AnswerRequest.class);
    assertThat(answer.unknownFields()).containsExactly("/x");

    FallbackRequest event = new FallbackRequest(
        Json.parse(
            "{\"reason\":\"closed\",\"original_request\":{\"url\":\"u\",\"type\":\"event\",\"n\":1},\"dtmf\":{\"digits\":\"1\"}}"));
    assertThat(event.webhook())
        .isEqualTo(new InputEvent(Json.parse("{\"dtmf\":{\"digits\":\"1\"}}")));
    assertThat(event.originalType()).contains("event");
    assertThat(event.unknownFields()).isEqualTo(List.of("/original_request/n"));
  }

  @Test
  void readsTheRest() {
    RecordEvent record = new RecordEvent(
        Json.parse(
            "{\"recording_url\":\"https://example.com/{{id}}\",\"size\":\"12\",\"recording_uuid\":\"r\"}"));
    assertThat(record.recordingUrl())
        .as("a placeholder is no address, and no failure")
        .isEmpty();
    assertThat(record.size()).contains(12L);
    TransferEvent transfer = new TransferEvent(Json.object(
        "conversation_uuid_from", "CON-1", "conversation_uuid_to", "CON-2", "uuid", "u"));
    assertThat(transfer.conversationUuidFrom()).contains("CON-1");
    assertThat(transfer.conversationUuidTo()).contains("CON-2");
    assertThat(new ErrorEvent(Json.object("reason", "bad NCCO")).reason()).contains("bad NCCO");
    assertThat(new PaymentEvent(Json.object("status", "success")).status()).contains("success");
    assertThat(new TranscriptionEvent(Json.object("transcription_url", "https://example.com/t"))
            .transcriptionUrl())
        .contains(URI.create("https://example.com/t"));
  }
}
