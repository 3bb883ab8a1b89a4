package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.delivery.Answer;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** NCCOs as they come: read from an answer, checked as the platform does before it runs one, and shortened for people. */
final class NccoText {
  /** The actions that run, with the option that each cannot do without. */
  private static final Map<String, String> REQUIRED = Map.of(
      "talk", "text",
      "stream", "streamUrl",
      "input", "",
      "record", "",
      "conversation", "name",
      "connect", "endpoint",
      "notify", "payload",
      "wait", "",
      "transfer", "conversationId");

  private static final List<String> LISTS = List.of("eventUrl", "streamUrl", "endpoint");

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
    for (Json action : ncco.items()) {
      String problem = problem(action);
      if (!problem.isEmpty()) {
        return new Reading(Optional.empty(), problem);
      }
    }
    return new Reading(Optional.of(ncco.items()), "");
  }

  private static String problem(Json action) {
    String name = action.isObject() ? action.text("action").orElse("") : "";
    String required = REQUIRED.get(name);
    if (required == null) {
      return "\"" + name + "\" is no action";
    }
    if (!required.isEmpty() && !action.has(required)) {
      return name + " needs \"" + required + "\"";
    }
    for (String list : LISTS) {
      if (action.has(list)
          && (!action.get(list).isArray() || action.get(list).items().size() != 1)) {
        return "\"" + list + "\" of " + name + " must be an array of one";
      }
    }
    if (name.equals("talk")
        && action.text("text").orElse("").replaceAll("<[^>]*>", "").length() > 1500) {
      return "the text of talk is longer than 1500 characters";
    }
    return "";
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
