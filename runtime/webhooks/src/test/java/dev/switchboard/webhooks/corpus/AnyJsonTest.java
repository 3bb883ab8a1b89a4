package dev.switchboard.webhooks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import dev.switchboard.webhooks.Payload;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.messages.MessageStatus;
import dev.switchboard.webhooks.rtc.RtcEvent;
import dev.switchboard.webhooks.verify.VerifyEvent;
import dev.switchboard.webhooks.video.VideoEvent;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.FallbackRequest;
import dev.switchboard.webhooks.voice.NotifyEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any JSON at all reads as something; any bytes at all read, or are refused with a clear error. */
class AnyJsonTest {
  private static final List<Function<Json, Payload>> PARSERS = List.of(
      AnswerRequest::new,
      FallbackRequest::new,
      VoiceEvent::of,
      NotifyEvent::new,
      InboundMessage::of,
      MessageStatus::of,
      RtcEvent::of,
      VerifyEvent::of,
      VideoEvent::new);

  /** Names and words that decide something, so that the generator reaches every type. */
  private static final List<String> NAMES = names();

  private static final List<String> WORDS = List.of(
      "started",
      "completed",
      "machine",
      "transcribed",
      "success",
      "transfer",
      "payment",
      "sms",
      "whatsapp",
      "viber_service",
      "messenger",
      "text",
      "image",
      "contacts",
      "order",
      "button",
      "reply",
      "content",
      "submitted",
      "read",
      "member:joined",
      "sip:hangup",
      "audio:play",
      "custom:x",
      "event",
      "summary",
      "{\"digits\":\"1\"}",
      "[1]",
      "{",
      "",
      "1e9999",
      "-0",
      "2026-01-31T12:00:00.000Z",
      "2026-01-31 12:00:00 UTC",
      "https://example.com/{{id}}",
      "9999999999999999999999");

  private static List<String> names() {
    Set<String> names = new TreeSet<>();
    for (Table.Documented row : Table.documentedRows()) {
      row.pointers()
          .forEach(pointer -> names.addAll(List.of(pointer.substring(1).split("/", -1))));
    }
    return List.copyOf(names);
  }

  @Property(tries = 300)
  void anyJsonReadsAsSomething(@ForAll("json") Json json) {
    for (Function<Json, Payload> parser : PARSERS) {
      Payload payload = parser.apply(json);
      Accessors.of(payload); // fails on whatever is not a JsonException of a required field
      assertThat(payload.unknownFields()).doesNotContainNull();
      assertThat(payload.json()).isSameAs(json);
      assertThat(payload.toString()).doesNotContain("probe-content");
    }
  }

  @Property(tries = 300)
  void whatIsWrittenIsReadAgain(@ForAll("json") Json json) {
    assertThat(Json.parse(json.write())).isEqualTo(json).hasSameHashCodeAs(json);
    assertThat(Json.parse(json.writeBytes())).isEqualTo(json);
    assertThat(Json.of(json.toJava())).isEqualTo(json);
    assertThat(Json.parse(json.write()).write()).isEqualTo(json.write());
  }

  @Property(tries = 300)
  void anyBytesReadOrAreRefused(@ForAll byte[] bytes) {
    readOrRefuse(bytes);
  }

  @Property(tries = 300)
  void damagedJsonReadsOrIsRefused(
      @ForAll("json") Json json, @ForAll int place, @ForAll byte other) {
    byte[] bytes = json.writeBytes();
    bytes[Math.floorMod(place, bytes.length)] = other;
    readOrRefuse(bytes);
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      Json json = Json.parse(bytes);
      assertThat(Json.parse(json.writeBytes())).isEqualTo(json);
    } catch (JsonException e) {
      assertThat(e.reason()).isNotBlank();
      assertThat(e).hasNoCause();
    }
    try {
      Json.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonException e) {
      assertThat(e.reason()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<Json> json() {
    Arbitrary<Object> scalar = Arbitraries.oneOf(
        Arbitraries.of(WORDS),
        Arbitraries.strings().ofMaxLength(8).map(text -> "probe-content" + text),
        Arbitraries.bigDecimals().between(new BigDecimal("-1e30"), new BigDecimal("1e30")),
        Arbitraries.longs(),
        Arbitraries.of(true, false),
        Arbitraries.create(() -> Json.parse("null")));
    Arbitrary<Object> tree = Arbitraries.lazyOf(
        () -> scalar,
        () -> scalar,
        () -> tree(scalar),
        () -> tree(scalar).list().ofMaxSize(3).map(List::copyOf));
    return Arbitraries.maps(name(), tree).ofMaxSize(8).map(Json::of);
  }

  private static Arbitrary<Object> tree(Arbitrary<Object> scalar) {
    return Arbitraries.maps(name(), scalar).ofMaxSize(5).map(Json::of);
  }

  private static Arbitrary<String> name() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(9, Arbitraries.of(NAMES)),
        net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(5)));
  }
}
