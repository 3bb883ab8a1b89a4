package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Took a payment by card. The platform has withdrawn it: it is read where it is found, {@link NccoChecker} reports it,
 * and nothing here builds it.
 *
 * @param json the action
 */
public record PayAction(Json json) implements Action {
  /** How much, in the currency's main unit. */
  public Optional<BigDecimal> amount() {
    return json.decimal("amount");
  }

  /** ISO 4217 in lower case; {@code usd} by default. */
  public Optional<String> currency() {
    return json.text("currency");
  }

  /** Where the result went. */
  public Optional<String> eventUrl() {
    return Options.first(json, "eventUrl");
  }

  /** What the caller was told, instead of the platform's words. */
  public List<Prompted> prompts() {
    return json.get("prompts").items().stream().map(Prompted::new).toList();
  }

  /** Language of the platform's words, BCP 47. */
  public Optional<String> language() {
    return json.get("voice").text("language");
  }

  /** Style of the platform's voice. */
  public Optional<Integer> style() {
    return Options.count(json.get("voice"), "style");
  }

  /**
   * The words for one question.
   *
   * @param json all of it
   */
  public record Prompted(Json json) {
    /** {@code CardNumber}, {@code ExpirationDate} or {@code SecurityCode}. */
    public Optional<String> type() {
      return json.text("type");
    }

    /** The question. */
    public Optional<String> text() {
      return json.text("text");
    }

    /**
     * What is said after a wrong answer.
     *
     * @param error such as {@code InvalidCardNumber} or {@code Timeout}
     */
    public Optional<String> error(String error) {
      return json.get("errors").get(error).text("text");
    }
  }
}
