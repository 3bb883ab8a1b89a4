package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.util.Optional;

/**
 * A telephone. Made by {@link Ncco#phone(String)}.
 *
 * @param json the options, with relative URLs
 */
public record PhoneEndpoint(Json json) implements Endpoint {
  /** Its number, E.164 without a plus. */
  public Optional<String> number() {
    return json.text("number");
  }

  /** What happens when it answers; nothing by default. */
  public Optional<WhenAnswered> whenAnswered() {
    Json said = Json.object();
    for (String option : WhenAnswered.OPTIONS) {
      Json value = json.get(option);
      said = value.isMissing() ? said : said.with(option, value);
    }
    return said.names().isEmpty() ? Optional.empty() : Optional.of(new WhenAnswered(said));
  }
}
