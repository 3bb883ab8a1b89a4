package dev.switchboard.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies: their limit, their media type, and the ways they arrive. */
public abstract class BodyRules extends PathRules {
  private static String json(int length) {
    return "{\"a\":\"" + "x".repeat(length - 8) + "\"}";
  }

  @Test
  public void theLargestBodyIsServedAndOneByteMoreIsNot() throws Exception {
    assertThat(exchange(Webhook.post(RecordingApp.EVENT, json(MOST))).status()).isEqualTo(204);
    assertThat(exchange(Webhook.post(RecordingApp.EVENT, json(MOST + 1))).status())
        .isEqualTo(413);
    assertThat(app.seen()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000})
  public void aBodyMayComeInChunks(int size) throws Exception {
    String body = "{\"text\":\"\u00e9\ud83c\udf55" + "x".repeat(200) + "\"}";
    Webhook webhook = Webhook.post(RecordingApp.EVENT, body);
    try (Wire wire = connect()) {
      wire.send(webhook.head(uri(), "Transfer-Encoding: chunked"));
      wire.sendChunked(webhook.body(), size);
      assertThat(wire.read().status()).isEqualTo(204);
    }
    assertThat(app.last().body()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  public void aClientMayAskWhetherToSend() throws Exception {
    Webhook webhook = Webhook.post(RecordingApp.EVENT, "{\"a\":1}").header("Expect: 100-continue");
    try (Wire wire = connect()) {
      webhook.sendOn(wire, uri());
      assertThat(wire.read().status()).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "application/json; charset=utf-8,204",
    "APPLICATION/JSON,204",
    "application/cloudevents+json,204",
    "text/plain,415",
    "text/json,415",
    "application/x-www-form-urlencoded,415",
    "multipart/form-data; boundary=x,415",
    "application/xml,415",
  })
  public void onlyJsonIsTaken(String type, int status) throws Exception {
    Webhook webhook = Webhook.post(RecordingApp.EVENT, "{\"a\":1}")
        .without("Content-Type")
        .header("Content-Type: " + type);

    assertThat(exchange(webhook).status()).isEqualTo(status);
    assertThat(app.seen()).hasSize(status == 204 ? 1 : 0);
  }

  @Test
  public void aBodyWithoutATypeIsTakenAsJson() throws Exception {
    assertThat(exchange(Webhook.post(RecordingApp.EVENT, "{}").without("Content-Type"))
            .status())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "\"a\"", "{\"a\":1}x", "\u0000"})
  public void whatIsNoObjectIsRefused(String body) throws Exception {
    WireResponse response = exchange(Webhook.post(RecordingApp.EVENT, body));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.header("Content-Type")).contains("application/problem+json");
    assertThat(app.seen()).isEmpty();
  }

  /** What is refused without having been read must not be taken for the next request. */
  @ParameterizedTest
  @ValueSource(strings = {"404", "405", "401", "415", "400", "413"})
  public void aRefusalLeavesTheConnectionInOrder(String refusal) throws Exception {
    Webhook good = Webhook.post(RecordingApp.EVENT, "{\"a\":1}");
    String smuggled = "POST /webhooks/event HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}";
    Webhook bad = switch (refusal) {
      case "404" -> Webhook.post("/webhooks/nothing", smuggled);
      case "405" -> Webhook.post(RecordingApp.ANSWER, smuggled);
      case "401" -> good.withBody(smuggled);
      case "415" ->
        Webhook.post(RecordingApp.EVENT, smuggled)
            .without("Content-Type")
            .header("Content-Type: text/plain");
      case "400" -> Webhook.post(RecordingApp.EVENT, smuggled);
      default -> Webhook.post(RecordingApp.EVENT, smuggled + json(MOST));
    };
    try (Wire wire = connect()) {
      bad.sendOn(wire, uri());
      WireResponse response = wire.read();
      assertThat(response.status()).isEqualTo(Integer.parseInt(refusal));
      if (!response.isLast()) {
        assertThat(next(wire, good).status()).isEqualTo(204);
      }
    }
    assertThat(exchange(Webhook.post(RecordingApp.EVENT, "{\"b\":1}")).status()).isEqualTo(204);
    assertThat(app.seen())
        .allSatisfy(request ->
            assertThat(request.toString().toUpperCase(Locale.ROOT)).doesNotContain("SMUGGLED"))
        .hasSizeLessThanOrEqualTo(2);
  }

  private WireResponse next(Wire wire, Webhook webhook) throws IOException {
    webhook.sendOn(wire, uri());
    return wire.read();
  }
}
