package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.delivery.Answer;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import dev.switchboard.webhooks.ncco.Finding;
import dev.switchboard.webhooks.ncco.NccoChecker;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** NCCOs as they come: read from an answer, checked as the platform does before it runs one, and shortened for people. */
final class NccoText {
  private NccoText() {}

  /**
   * What an answer says.
   *
   * @param actions the NCCO, when it is a good one
   * @param problem why it is refused, empty when it is good or there is none
   */
  record Reading(Optional<List<Json>> actions, String problem) {
    /** No NCCO, and nothing wrong with that. */
    boolean isEmpty() {
      return actions.isEmpty() && problem.isEmpty();
    }
  }

  static Reading of(Answer answer) {
    if (answer.status() == 204 || answer.body().isBlank()) {
      return new Reading(Optional.empty(), "");
    }
    String type = answer.type().toLowerCase(Locale.ROOT);
    if (type.startsWith("text/html") || type.contains("xml")) {
      return new Reading(Optional.empty(), "media type " + answer.type() + " is not JSON");
    }
    try {
      return of(Json.parse(answer.body()));
    } catch (JsonException malformed) {
      return new Reading(Optional.empty(), "no valid JSON: " + malformed.getMessage());
    }
  }

  static Reading of(Json ncco) {
    if (!ncco.isArray()) {
      return new Reading(Optional.empty(), "an NCCO is an array of actions");
    }
    if (ncco.items().isEmpty()) {
      return new Reading(Optional.of(List.of()), ""); // The platform ends such a call at once.
    }
    return NccoChecker.check(ncco).stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .findFirst()
        .map(finding -> new Reading(Optional.empty(), finding.pointer() + ": " + finding.message()))
        .or(() -> ncco.items().stream().flatMap(NccoText::badUrls).findFirst())
        .orElseGet(() -> new Reading(Optional.of(ncco.items()), ""));
  }

  /** What looks like an address and is none: the platform could never reach it. */
  private static Stream<Reading> badUrls(Json action) {
    Json endpoint = action.get("endpoint").get(0);
    return Stream.of(
            action.get("eventUrl").get(0),
            action.get("transcription").get("eventUrl").get(0),
            endpoint.get("onAnswer").get("url"))
        .flatMap(url -> url.text().stream())
        .filter(url -> !isUrl(url))
        .map(url -> new Reading(Optional.empty(), "no valid URL: " + url));
  }

  /** Whether it is an http or https address. */
  static boolean isUrl(String text) {
    return text.matches("https?://[^ ]+") && isUri(text);
  }

  /** Whether it is a ws or wss address. */
  static boolean isWebsocket(String text) {
    return text.matches("wss?://[^ ]+") && isUri(text);
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).getHost() != null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  /** One short text for each action. */
  static List<String> lines(Answer answer) {
    return of(answer)
        .actions()
        .map(actions -> actions.stream().map(NccoText::line).toList())
        .orElse(List.of());
  }

  private static String line(Json action) {
    String name = action.required("action");
    return switch (name) {
      case "talk" -> name + " \"" + action.text("text").orElse("") + "\"";
      case "stream" -> name + " " + action.get("streamUrl").get(0).text().orElse("");
      case "input" ->
        name + " "
            + String.join(
                "+",
                action.get("type").items().stream()
                    .map(each -> each.text().orElse(""))
                    .toList());
      case "conversation" -> name + " " + action.text("name").orElse("");
      case "connect" -> name + " " + destination(action.get("endpoint").get(0));
      default -> name;
    };
  }

  /** Where an endpoint is. */
  static String destination(Json endpoint) {
    return endpoint
        .text("number")
        .or(() -> endpoint.text("uri"))
        .or(() -> endpoint.text("user"))
        .or(() -> endpoint.text("extension"))
        .orElse("");
  }
}
