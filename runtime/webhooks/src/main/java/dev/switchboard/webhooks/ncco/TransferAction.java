package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.util.List;
import java.util.Optional;

/**
 * Moves all legs of the call to another conversation, whose own NCCO stays in control. Nothing after it runs.
 *
 * @param json the action
 */
public record TransferAction(Json json) implements Action {
  /** The conversation: {@code CON-} and a UUID. */
  public Optional<String> conversationId() {
    return json.text("conversationId");
  }

  /** Whether the legs arrive muted; not by default. */
  public Optional<Boolean> mute() {
    return json.flag("mute");
  }

  /** Mutes the legs, or not. The platform does not support it together with {@link #canSpeak}, so it ends that. */
  public TransferAction mute(boolean mute) {
    return new TransferAction(json.without("canSpeak").with("mute", mute));
  }

  /** Legs that hear the moved ones; all by default, nobody where the list is empty. */
  public Optional<List<String>> canSpeak() {
    return Options.texts(json, "canSpeak");
  }

  /**
   * Who hears the moved legs; ends {@link #mute}.
   *
   * @param leg UUID of one
   * @param more UUIDs of others; at most 50 together
   */
  public TransferAction canSpeak(String leg, String... more) {
    return new TransferAction(json.without("mute").with("canSpeak", Options.legs(leg, more)));
  }

  /** Legs that the moved ones hear; all by default, nobody where the list is empty. */
  public Optional<List<String>> canHear() {
    return Options.texts(json, "canHear");
  }

  /**
   * Whom the moved legs hear.
   *
   * @param leg UUID of one
   * @param more UUIDs of others; at most 50 together
   */
  public TransferAction canHear(String leg, String... more) {
    return new TransferAction(json.with("canHear", Options.legs(leg, more)));
  }

  /** Lets nobody hear the moved legs; ends {@link #mute}. */
  public TransferAction canSpeakToNobody() {
    return new TransferAction(json.without("mute").with("canSpeak", List.of()));
  }

  /** Lets the moved legs hear nobody. */
  public TransferAction canHearNobody() {
    return with("canHear", List.of());
  }

  /**
   * Sets an option that this version does not know.
   *
   * @param value what {@link Json#of} takes
   */
  public TransferAction with(String option, Object value) {
    return new TransferAction(json.with(option, value));
  }
}
