package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.voice.RecordEvent;
import java.util.List;
import java.util.Optional;

/**
 * Joins a conference of that name, or makes it. Names belong to the application, and the conference of a name used
 * before is the same one. At most 50 take part.
 *
 * @param json the action, with relative URLs
 */
public record ConversationAction(Json json) implements Action {
  /** Its name. */
  public Optional<String> name() {
    return json.text("name");
  }

  /** What is heard until the conference starts; silence by default. */
  public Optional<String> musicOnHoldUrl() {
    return Options.first(json, "musicOnHoldUrl");
  }

  /**
   * What is heard until the conference starts.
   *
   * @param url an MP3 file: a path below the base URL or a whole http or https URL
   */
  public ConversationAction musicOnHoldUrl(String url) {
    return with("musicOnHoldUrl", List.of(Options.file("musicOnHoldUrl", url)));
  }

  /** Whether the conference starts when this leg enters; it does by default. */
  public Optional<Boolean> startOnEnter() {
    return json.flag("startOnEnter");
  }

  /** Whether the conference starts when this leg enters; false for those who wait for a moderator. */
  public ConversationAction startOnEnter(boolean starts) {
    return with("startOnEnter", starts);
  }

  /** Whether the conference ends when this leg leaves; it does not by default. */
  public Optional<Boolean> endOnExit() {
    return json.flag("endOnExit");
  }

  /** Whether the conference ends when this leg leaves; true for a moderator. */
  public ConversationAction endOnExit(boolean ends) {
    return with("endOnExit", ends);
  }

  /** Whether it is recorded; not by default. */
  public Optional<Boolean> record() {
    return json.flag("record");
  }

  /** Whether it is recorded. Without a recording there is no {@link #transcription}, so false ends that. */
  public ConversationAction record(boolean record) {
    return new ConversationAction(
        (record ? json : json.without("transcription")).with("record", record));
  }

  /** How the recording is put into writing; not at all by default. */
  public Optional<Transcription> transcription() {
    return Options.object(json, "transcription").map(Transcription::new);
  }

  /** Records, and puts the recording into writing. */
  public ConversationAction transcription(Transcription transcription) {
    return record(true).with("transcription", transcription.json());
  }

  /** Whether this leg enters muted; not by default. */
  public Optional<Boolean> mute() {
    return json.flag("mute");
  }

  /** Mutes this leg, or not. The platform does not support it together with {@link #canSpeak}, so it ends that. */
  public ConversationAction mute(boolean mute) {
    return new ConversationAction(json.without("canSpeak").with("mute", mute));
  }

  /** Legs that hear this one; all by default, nobody where the list is empty. */
  public Optional<List<String>> canSpeak() {
    return Options.texts(json, "canSpeak");
  }

  /**
   * Who hears this leg; ends {@link #mute}.
   *
   * @param leg UUID of one
   * @param more UUIDs of others; at most 50 together
   */
  public ConversationAction canSpeak(String leg, String... more) {
    return new ConversationAction(json.without("mute").with("canSpeak", Options.legs(leg, more)));
  }

  /** Legs that this one hears; all by default, nobody where the list is empty. */
  public Optional<List<String>> canHear() {
    return Options.texts(json, "canHear");
  }

  /**
   * Whom this leg hears.
   *
   * @param leg UUID of one
   * @param more UUIDs of others; at most 50 together
   */
  public ConversationAction canHear(String leg, String... more) {
    return with("canHear", Options.legs(leg, more));
  }

  /** Lets nobody hear this leg; ends {@link #mute}. */
  public ConversationAction canSpeakToNobody() {
    return new ConversationAction(json.without("mute").with("canSpeak", List.of()));
  }

  /** Lets this leg hear nobody. */
  public ConversationAction canHearNobody() {
    return with("canHear", List.of());
  }

  /** Where the recording's event goes; to the application's event URL by default. */
  public Optional<String> eventUrl() {
    return Options.first(json, "eventUrl");
  }

  /** POST by default, or GET. */
  public Optional<String> eventMethod() {
    return json.text("eventMethod");
  }

  /** Sends the recording's event there. */
  public ConversationAction to(Route<? super RecordEvent> route) {
    return new ConversationAction(Options.report(json, route));
  }

  /**
   * Sets an option that this version does not know.
   *
   * @param value what {@link Json#of} takes
   */
  public ConversationAction with(String option, Object value) {
    return new ConversationAction(json.with(option, value));
  }
}
