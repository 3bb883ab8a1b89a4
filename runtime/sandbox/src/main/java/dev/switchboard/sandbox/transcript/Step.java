package dev.switchboard.sandbox.transcript;

import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing that happened in a call or with a message. */
public sealed interface Step {
  /** When, in the sandbox's time. */
  Instant at();

  /** One line for people. */
  String line();

  /** Kind and members, for whoever reads the control API. */
  Json toJson();

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException when it is no step
   */
  static Step of(Json json) {
    Instant at = Instant.parse(json.required("at"));
    String who = json.text("who").orElse("");
    String kind = json.required("step");
    return switch (kind) {
      case "heard" -> new Heard(at, who, json.required("text"));
      case "did" -> new Did(at, who, json.required("text"));
      case "got" ->
        new Got(
            at, json.required("text"), json.text("message_uuid").orElse(""), json.get("message"));
      case "note" -> new Note(at, json.required("text"));
      case "webhook" ->
        new Webhook(
            at,
            json.required("kind"),
            json.required("about"),
            json.required("method"),
            json.required("url"),
            json.integer("attempt").orElse(1L).intValue(),
            Optional.of(json).filter(each -> each.has("failure")).map(Outcome::of),
            json.get("payload"));
      default -> throw new IllegalArgumentException(kind + " is no step");
    };
  }

  /**
   * One attempt to deliver a webhook.
   *
   * @param at when it was sent
   * @param kind which webhook, such as {@code voice.answer_url} or {@code input}
   * @param about what it told, such as {@code answered} or {@code digits 1}
   * @param method GET or POST
   * @param url address, with its query
   * @param attempt 1 for the first
   * @param outcome what came of it; empty while it is under way
   * @param payload the fields that were sent
   */
  record Webhook(
      Instant at,
      String kind,
      String about,
      String method,
      String url,
      int attempt,
      Optional<Outcome> outcome,
      Json payload)
      implements Step {

    /** The same, answered. */
    public Webhook ended(Outcome how) {
      return new Webhook(at, kind, about, method, url, attempt, Optional.of(how), payload);
    }

    @Override
    public String line() {
      String path = url.replaceFirst("^[a-z]+://[^/?]*", "").replaceFirst("\\?.*", "");
      String retry = attempt > 1 ? " (attempt " + attempt + ")" : "";
      String end = outcome.map(Outcome::line).orElse("under way");
      return String.format(
          "-> %-4s %s  %s%s  %s", method, path.isEmpty() ? "/" : path, about, retry, end);
    }

    @Override
    public Json toJson() {
      Map<String, Object> json = start("webhook", at);
      json.put("kind", kind);
      json.put("about", about);
      json.put("method", method);
      json.put("url", url);
      json.put("attempt", attempt);
      json.put("payload", payload);
      outcome.ifPresent(how -> {
        json.put("status", how.status());
        json.put("failure", how.failure());
        json.put("latency_ms", how.latency().toMillis());
        json.put("answer", how.answer());
        json.put("actions", how.actions());
      });
      return Json.of(json);
    }
  }

  /**
   * What came of a webhook.
   *
   * @param status HTTP status, 0 when there was no answer
   * @param failure why there was no answer, or why it was of no use; empty when all is well
   * @param latency how long it took, in the sandbox's time
   * @param answer the body, shortened where it is long
   * @param actions the NCCO actions in it, one short text each
   */
  record Outcome(
      int status, String failure, Duration latency, String answer, List<String> actions) {
    private static Outcome of(Json json) {
      return new Outcome(
          json.integer("status").orElse(0L).intValue(),
          json.required("failure"),
          Duration.ofMillis(json.integer("latency_ms").orElse(0L)),
          json.required("answer"),
          json.get("actions").items().stream()
              .map(each -> each.text().orElse(""))
              .toList());
    }

    private String line() {
      String result = status == 0 ? failure : status + (failure.isEmpty() ? "" : ": " + failure);
      String ncco =
          actions.isEmpty() ? "" : "\n" + " ".repeat(11) + "<- " + String.join(" | ", actions);
      return result + "  " + latency.toMillis() + " ms" + ncco;
    }
  }

  /**
   * A person heard something: words, or the address of a sound.
   *
   * @param who empty for the person whom the transcript is about; the number, for one who was put through
   */
  record Heard(Instant at, String who, String text) implements Step {
    @Override
    public String line() {
      return "   " + by(who) + "hears \"" + text + "\"";
    }

    @Override
    public Json toJson() {
      return told("heard", at, who, text);
    }
  }

  /**
   * A person did something: pressed keys, spoke, wrote, hung up.
   *
   * @param who as in {@link Heard}
   */
  record Did(Instant at, String who, String text) implements Step {
    @Override
    public String line() {
      return "   " + by(who) + text;
    }

    @Override
    public Json toJson() {
      return told("did", at, who, text);
    }
  }

  /**
   * The person got a message.
   *
   * @param text what it says, in one line
   * @param uuid its id; empty where an older data file did not keep it
   * @param message as the app sent it
   */
  record Got(Instant at, String text, String uuid, Json message) implements Step {
    @Override
    public String line() {
      return "   gets \"" + text + "\"";
    }

    @Override
    public Json toJson() {
      return told("got", at, "", text).with("message_uuid", uuid).with("message", message);
    }
  }

  /** Something worth knowing: a refused NCCO, a key that nobody listened to. */
  record Note(Instant at, String text) implements Step {
    @Override
    public String line() {
      return "!  " + text;
    }

    @Override
    public Json toJson() {
      return told("note", at, "", text);
    }
  }

  private static String by(String who) {
    return who.isEmpty() ? "" : who + " ";
  }

  private static Json told(String step, Instant at, String who, String text) {
    Map<String, Object> json = start(step, at);
    if (!who.isEmpty()) {
      json.put("who", who);
    }
    json.put("text", text);
    return Json.of(json);
  }

  private static Map<String, Object> start(String step, Instant at) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("step", step);
    json.put("at", at.toString());
    return json;
  }
}
