package dev.switchboard.sandbox.replay;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import dev.switchboard.webhooks.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A webhook as it came, and how the app answered. Of its headers only the media type is kept: the token is a secret, and the
 * others say nothing that an app may rely on.
 *
 * @param at when it came
 * @param method GET or POST
 * @param path as it was called
 * @param query undecoded; empty where there is none
 * @param type media type of the body; empty where there is none
 * @param body as text
 * @param status of the answer; 0 where the app gave none
 * @param answerType media type of the answer; empty where there is none
 * @param answer body of the answer, as text
 */
public record Recorded(
    Instant at,
    String method,
    String path,
    String query,
    String type,
    String body,
    int status,
    String answerType,
    String answer) {

  /** The request, unsigned. */
  public WebhookRequest request() {
    Map<String, List<String>> headers =
        type.isEmpty() ? Map.of() : Map.of("Content-Type", List.of(type));
    return WebhookRequest.of(method, path, query, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** The same without what could be a secret by its name. */
  Recorded withoutSecrets() {
    return new Recorded(
        at,
        method,
        path,
        Secrets.without(query),
        type,
        withoutSecrets(body),
        status,
        answerType,
        withoutSecrets(answer));
  }

  static String withoutSecrets(String text) {
    try {
      Json json = Json.parse(text);
      Json harmless = Secrets.without(json);
      return harmless.equals(json) ? text : harmless.write();
    } catch (JsonException none) {
      return text;
    }
  }

  /** As a line of a file has it. JSON that is written as we write it stands there as JSON, anything else as text. */
  Json toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", at.toString());
    json.put("method", method);
    json.put("path", path);
    put(json, "query", query);
    put(json, "type", type);
    put(json, "body", content(body));
    Map<String, Object> answered = new LinkedHashMap<>();
    answered.put("status", status);
    put(answered, "type", answerType);
    put(answered, "body", content(answer));
    json.put("answer", answered);
    return Json.of(json);
  }

  /** @throws JsonException where something is missing */
  static Recorded read(Json json) {
    Json answer = json.get("answer");
    return new Recorded(
        json.time("at").orElse(Instant.EPOCH),
        json.required("method"),
        json.required("path"),
        json.text("query").orElse(""),
        json.text("type").orElse(""),
        content(json.get("body")),
        answer.integer("status").orElse(0L).intValue(),
        answer.text("type").orElse(""),
        content(answer.get("body")));
  }

  private static void put(Map<String, Object> json, String name, Object value) {
    if (!value.equals("")) {
      json.put(name, value);
    }
  }

  private static Object content(String text) {
    try {
      Json json = Json.parse(text);
      return (json.isObject() || json.isArray()) && json.write().equals(text) ? json : text;
    } catch (JsonException none) {
      return text;
    }
  }

  private static String content(Json json) {
    return json.isMissing() ? "" : json.isText() ? json.text().orElse("") : json.write();
  }
}
