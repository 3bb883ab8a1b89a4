package dev.switchboard.webhooks.voice;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the caller pressed or said. With {@code mode: asynchronous} there is one such event for each key, and an NCCO in
 * the answer is ignored.
 *
 * @param json all of it
 */
public record InputEvent(Json json) implements VoiceEvent {
  /** Reads it. */
  public static InputEvent read(WebhookRequest request) {
    return new InputEvent(request.json());
  }

  /** The leg. */
  public Optional<String> uuid() {
    return json.text("uuid");
  }

  /** Caller. */
  public Optional<String> from() {
    return json.text("from");
  }

  /** The number or user called. */
  public Optional<String> to() {
    return json.text("to");
  }

  /** Keys pressed, without the {@code #} that ended them; empty when none were. */
  public Optional<String> digits() {
    Json dtmf = json.nested("dtmf");
    Optional<String> digits = dtmf.isObject() ? dtmf.text("digits") : dtmf.text();
    return digits.isPresent() && digits.get().isEmpty() ? Optional.empty() : digits;
  }

  /** Whether the keys ended by the time-out. */
  public Optional<Boolean> timedOut() {
    Optional<Boolean> timedOut = json.nested("dtmf").flag("timed_out");
    return timedOut.isPresent() ? timedOut : legacyTimedOut();
  }

  /** The same in the obsolete flat shape, whose {@code dtmf} is a string; old relays send it beside the present shape. */
  public Optional<Boolean> legacyTimedOut() {
    return json.flag("timed_out");
  }

  /** The likeliest text spoken: that of the highest confidence, of equals the first. */
  public Optional<String> speech() {
    Optional<String> best = Optional.empty();
    BigDecimal highest = null;
    for (SpeechResult result : speechResults()) {
      BigDecimal confidence = result.confidence().orElse(BigDecimal.ZERO);
      if (result.text().isPresent() && (highest == null || confidence.compareTo(highest) > 0)) {
        best = result.text();
        highest = confidence;
      }
    }
    return best;
  }

  /** Everything the recogniser thought it heard, in its order; empty when it heard nothing. */
  public List<SpeechResult> speechResults() {
    List<SpeechResult> results = new ArrayList<>();
    for (Json result : json.nested("speech").get("results").items()) {
      results.add(new SpeechResult(result));
    }
    return List.copyOf(results);
  }

  /** Why it stopped listening: {@code end_on_silence_timeout}, {@code max_duration}, {@code start_timeout}. */
  public Optional<String> speechTimeoutReason() {
    return json.nested("speech").text("timeout_reason");
  }

  /** What the recogniser complained about. */
  public Optional<String> speechError() {
    return json.nested("speech").text("error");
  }

  /** The sound, where the action asked to save it; fetched with a token of this application. */
  public Optional<URI> speechRecordingUrl() {
    return json.nested("speech").uri("recording_url");
  }

  /**
   * One reading of what was said.
   *
   * @param json all of it
   */
  public record SpeechResult(Json json) {
    /** The words. */
    public Optional<String> text() {
      return json.text("text");
    }

    /** From 0 to 1. */
    public Optional<BigDecimal> confidence() {
      return json.decimal("confidence");
    }
  }

  @Override
  public List<String> unknownFields() {
    return VoiceFields.INPUT.unknownIn(json);
  }
}
