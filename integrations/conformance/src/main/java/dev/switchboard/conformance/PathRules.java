package dev.switchboard.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths are compared as they were sent, and only the methods that the platform uses reach a handler. */
public abstract class PathRules extends SignatureRules {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/webhooks",
        "/webhooks/answers",
        "/webhooks/answer/",
        "/Webhooks/Answer",
        "//webhooks/answer",
        "/webhooks//answer",
        "/webhooks/./answer",
        "/webhooks/x/../answer",
        "/webhooks/%61nswer",
        "/webhooks%2Fanswer",
        "/webhooks/answer%20",
        "/webhooks/answer;a=b",
        "/webhooks/answer%00",
        "/webhooks/caf%c3%a9%20noir",
        "/..%2f..%2fetc/passwd",
        "/WEB-INF/web.xml",
      })
  public void anotherPathIsNotServed(String path) throws Exception {
    assertThat(exchange(Webhook.get(path)).status()).isIn(400, 403, 404);
    assertThat(app.seen()).isEmpty();
  }

  @Test
  public void aPathWithEscapesIsServedAsItIsDeclared() throws Exception {
    assertThat(exchange(Webhook.post(RecordingApp.ESCAPED, "{}")).status()).isEqualTo(204);
    assertThat(app.last().path()).endsWith(RecordingApp.ESCAPED);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/webhooks/answer,GET",
    "PUT,/webhooks/answer,GET",
    "HEAD,/webhooks/answer,GET",
    "OPTIONS,/webhooks/answer,GET",
    "PATCH,/webhooks/answer,GET",
    "GET,/webhooks/event,POST",
    "DELETE,/webhooks/event,POST",
    "HEAD,/webhooks/event,POST",
    "OPTIONS,/webhooks/event,POST",
  })
  public void anotherMethodIsToldWhichIsAllowed(String method, String path, String allowed)
      throws Exception {
    WireResponse response = exchange(Webhook.bare(method, path));

    assertThat(response.status()).isEqualTo(405);
    assertThat(response.header("Allow")).contains(allowed);
    assertThat(response.body()).isEmpty();
    assertThat(app.seen()).isEmpty();
  }

  @Test
  public void noMethodOverrideIsHeeded() throws Exception {
    Webhook webhook = Webhook.bare("POST", RecordingApp.ANSWER + "?_method=GET")
        .header("X-HTTP-Method-Override: GET")
        .header("X-Method-Override: GET")
        .header("Content-Type: application/x-www-form-urlencoded");

    assertThat(exchange(webhook).status()).isEqualTo(405);
    assertThat(app.seen()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PROPFIND", "get"})
  public void aStrangeMethodDoesNoHarm(String method) throws Exception {
    assertThat(exchange(Webhook.bare(method, RecordingApp.ANSWER)).status()).isBetween(400, 599);
    assertThat(app.seen()).isEmpty();
    assertThat(exchange(Webhook.get(RecordingApp.ANSWER)).status()).isEqualTo(200);
  }

  /**
   * A reverse proxy may strip the path of the base URL or leave it. No header says which: the base URL is a setting, so nobody can choose
   * it from outside.
   */
  @Test
  public void thePathOfTheBaseUrlMayBeLeftOrStripped() throws Exception {
    restart(settings("https://conformance.example/line"));

    assertThat(exchange(Webhook.get(RecordingApp.ANSWER)).status()).isEqualTo(200);
    WireResponse left = exchange(Webhook.get("/line" + RecordingApp.ANSWER));
    assertThat(left.status()).isEqualTo(200);
    assertThat(left.body()).contains("\"https://conformance.example/line/webhooks/choice\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example",
        "X-Forwarded-Host: evil.example",
        "X-Forwarded-Proto: http",
        "X-Forwarded-Port: 666",
        "X-Forwarded-Prefix: /evil",
        "X-Forwarded-For: 10.0.0.1",
        "X-Original-URL: /webhooks/event",
        "X-Rewrite-URL: /webhooks/event",
        "Forwarded: for=10.0.0.1;host=evil.example;proto=http",
      })
  public void headersOfStrangersChangeNothing(String header) throws IOException {
    WireResponse response =
        exchange(Webhook.get(RecordingApp.ANSWER + "?from=447700900001").header(header));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body())
        .contains("\"https://conformance.example/webhooks/choice\"")
        .doesNotContain("evil");
    assertThat(URI.create("http://x" + app.last().path()).getPath()).endsWith(RecordingApp.ANSWER);
  }
}
