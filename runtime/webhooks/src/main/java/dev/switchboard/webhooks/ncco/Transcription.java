package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.voice.TranscriptionEvent;
import java.util.Optional;

/**
 * How a recording is put into writing.
 *
 * @param json the options, with a relative URL; empty for every default
 */
public record Transcription(Json json) {
  /** BCP 47; {@code en-US} by default. */
  public Optional<String> language() {
    return json.text("language");
  }

  /**
   * The language spoken.
   *
   * @param language BCP 47, such as {@code en-GB}
   */
  public Transcription language(String language) {
    return with("language", language);
  }

  /** Whether each segment gets a mood from -1 to 1; not by default. */
  public Optional<Boolean> sentimentAnalysis() {
    return json.flag("sentimentAnalysis");
  }

  /** Whether each segment gets a mood from -1 to 1. */
  public Transcription sentimentAnalysis(boolean analysis) {
    return with("sentimentAnalysis", analysis);
  }

  /** Where the result goes; by default where the recording goes, else to the application's event URL. */
  public Optional<String> eventUrl() {
    return Options.first(json, "eventUrl");
  }

  /** POST by default, or GET. */
  public Optional<String> eventMethod() {
    return json.text("eventMethod");
  }

  /** Sends the result there. */
  public Transcription to(Route<? super TranscriptionEvent> route) {
    return new Transcription(Options.report(json, route));
  }

  /**
   * Sets an option that this version does not know.
   *
   * @param value what {@link Json#of} takes
   */
  public Transcription with(String option, Object value) {
    return new Transcription(json.with(option, value));
  }
}
