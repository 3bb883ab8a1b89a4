package dev.switchboard.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature holds through the adapter: it neither reorders, nor decodes, nor re-encodes what the platform signed. */
public abstract class SignatureRules extends Bench {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?to=447700900000&from=447700900001",
        "?zebra=1&from=447700900001&apple=2",
        "?from=a+b%20c%2Bd&empty=&flag&x=1&x=2",
        "?from=%C3%A9%F0%9F%8D%95%26%3D%3F%23",
        "?dtmf=%7B%22digits%22%3A%221%22%7D&from=%22",
      })
  public void aGetIsVerifiedAsItWasSent(String query) throws Exception {
    WireResponse response = exchange(Webhook.get(RecordingApp.ANSWER + query));

    assertThat(response.status()).isEqualTo(200);
    assertThat(app.last().query()).isEqualTo(query.replaceFirst("\\?", ""));
  }

  @Test
  public void aGetOfAnotherQueryIsRefused() throws Exception {
    Webhook signed = Webhook.get(RecordingApp.ANSWER + "?from=1&to=2");

    assertThat(exchange(signed.withQuery("from=1&to=3")).status()).isEqualTo(401);
    assertThat(exchange(signed.withQuery("to=2&from=1")).status())
        .as("the order is signed too")
        .isEqualTo(401);
    assertThat(app.seen()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " {\r\n\t\"b\" : 1,  \"a\":\"\\u00e9\"\r\n}\r\n",
        "{\"text\":\"\u00e9 \ud83c\udf55 + %2B &x=y\"}",
        "{\"price\":2.50,\"big\":123456789012345678901234567890}",
      })
  public void aPostIsVerifiedByteForByte(String body) throws Exception {
    assertThat(exchange(Webhook.post(RecordingApp.EVENT, body)).status()).isEqualTo(204);
    assertThat(app.last().body()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  public void aPostOfAnotherBodyIsRefused() throws Exception {
    Webhook signed = Webhook.post(RecordingApp.EVENT, "{\"a\":1}");

    assertThat(exchange(signed.withBody("{\"a\":2}")).status()).isEqualTo(401);
    assertThat(exchange(signed.withBody("{\"a\": 1}")).status()).isEqualTo(401);
    assertThat(exchange(signed.without("Authorization")).status()).isEqualTo(401);
    assertThat(app.seen()).isEmpty();
  }

  @Test
  public void aPostKeepsItsQuery() throws Exception {
    Webhook webhook = Webhook.post(RecordingApp.EVENT + "?order=a%2Bb+c&z=1&a=2", "{\"a\":1}");

    assertThat(exchange(webhook).status()).isEqualTo(204);
    assertThat(app.last().query()).isEqualTo("order=a%2Bb+c&z=1&a=2");
    assertThat(app.last().parameter("order")).contains("a+b c");
  }

  @Test
  public void aTokenServesOnce() throws Exception {
    Webhook webhook = Webhook.post(RecordingApp.EVENT, "{\"a\":1}");

    assertThat(exchange(webhook).status()).isEqualTo(204);
    assertThat(exchange(webhook).status()).isEqualTo(204);
    assertThat(app.seen()).hasSize(1);
  }

  /** How a handler sees a header that was sent twice; a gateway that joins the two says so. */
  protected List<String> repeated(String first, String second) {
    return List.of(first, second);
  }

  @Test
  public void aHandlerSeesEveryHeader() throws Exception {
    Webhook webhook = Webhook.post(RecordingApp.EVENT, "{\"a\":1}")
        .header("X-Trace: one")
        .header("x-trace: two, three")
        .header("X-Empty:")
        .header("traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    assertThat(exchange(webhook).status()).isEqualTo(204);
    assertThat(app.last().headers().get("X-TRACE")).isEqualTo(repeated("one", "two, three"));
    assertThat(app.last().header("X-Empty")).contains("");
    assertThat(app.last().header("TraceParent"))
        .contains("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  }
}
