package dev.switchboard.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookRequestTest {
  @Test
  void keepsTheOrderOfTheQuery() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("to", "447700900123");
    fields.put("from", "447700900001");
    fields.put("empty", "");
    WebhookRequest request = WebhookRequest.get("/answer", fields);
    assertThat(request.query()).isEqualTo("to=447700900123&from=447700900001&empty=");
    assertThat(request.parameters())
        .containsExactly(
            Map.entry("to", "447700900123"),
            Map.entry("from", "447700900001"),
            Map.entry("empty", ""));
    assertThat(request.json().write())
        .isEqualTo("{\"to\":\"447700900123\",\"from\":\"447700900001\",\"empty\":\"\"}");
  }

  @Test
  void theLastOfARepeatedParameterWinsInTheFirstPlace() {
    WebhookRequest request = WebhookRequest.get("/answer?a=1&b=2&a=3", Map.of());
    assertThat(request.parameters()).containsExactly(Map.entry("a", "3"), Map.entry("b", "2"));
  }

  @Test
  void decodesEscapesAndKeepsBrokenOnes() {
    WebhookRequest request = WebhookRequest.get(
        "/answer?a=x%20y+z&b=%C3%BC%F0%9F%8D%95&c=100%&d=%zz&e&=f&ü=ä", Map.of());
    assertThat(request.parameters())
        .containsExactly(
            Map.entry("a", "x y z"),
            Map.entry("b", "ü🍕"),
            Map.entry("c", "100%"),
            Map.entry("d", "%zz"),
            Map.entry("e", ""),
            Map.entry("", "f"),
            Map.entry("ü", "ä"));
  }

  @Test
  void whatTheMapEncodesTheParserDecodes() {
    Map<String, String> odd = Map.of("a&b=c", "d+e f%20&=?#ü🍕");
    assertThat(WebhookRequest.get("/x", odd).parameters()).isEqualTo(odd);
  }

  @Test
  void valuesOfAGetStayTextAndOpenOnDemand() {
    WebhookRequest request =
        WebhookRequest.get("/input", Map.of("dtmf", "{\"digits\":\"1\",\"timed_out\":false}"));
    assertThat(request.json().nested("dtmf").text("digits")).contains("1");
    assertThat(WebhookRequest.get("/input", Map.of("text", "{not json")).json().text("text"))
        .contains("{not json");
  }

  @Test
  void aPostHasItsFieldsInTheBodyAndItsParametersInTheQuery() {
    WebhookRequest request = WebhookRequest.post("/choice?order=17", "{\"uuid\":\"aaaa\"}");
    assertThat(request.path()).isEqualTo("/choice");
    assertThat(request.parameter("order")).contains("17");
    assertThat(request.json().text("uuid")).contains("aaaa");
    assertThat(request.mediaType()).isEqualTo("application/json");
  }

  @Test
  void headersAreFoundInAnyCase() {
    WebhookRequest request = WebhookRequest.of(
        "POST",
        "/x",
        "",
        Map.of("content-TYPE", List.of("Application/JSON; charset=utf-8")),
        new byte[0]);
    assertThat(request.header("Content-Type")).contains("Application/JSON; charset=utf-8");
    assertThat(request.mediaType()).isEqualTo("application/json");
    assertThat(request.header("Authorization")).isEmpty();
  }

  @Test
  void showsNoField() {
    WebhookRequest request = WebhookRequest.get("/answer", Map.of("from", "447700900001"));
    assertThat(request).hasToString("GET /answer");
    assertThat(WebhookRequest.post("/x", "secret").body())
        .isEqualTo("secret".getBytes(StandardCharsets.UTF_8));
  }
}
