package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.audio.Sound;
import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A recording under way. */
final class Recording {
  private static final int MOST_SENTENCES = 1_000;

  private final Json action;
  private final Instant start;
  private final List<Said> said = new ArrayList<>();
  private final SoundTrack track = new SoundTrack();

  Recording(Json action, Instant start) {
    this.action = action;
    this.start = start;
  }

  Json action() {
    return action;
  }

  Instant start() {
    return start;
  }

  void hears(Instant now, String words) {
    if (said.size() < MOST_SENTENCES) {
      said.add(new Said(Duration.between(start, now), words));
    }
  }

  List<Said> said() {
    return said;
  }

  /** A leg makes sound from a moment on, which may be to come. */
  void hears(Leg leg, Instant from, Sound sound) {
    track.add(leg, Duration.between(start, from), sound);
  }

  /** What a leg was to be heard with from a moment on is not heard. */
  void drop(Leg leg, Instant from) {
    track.drop(leg, Duration.between(start, from));
  }

  /** The sound of it until it ended, in samples; empty where there was none. */
  byte[] sound(Instant end) {
    return track.mixed(Duration.between(start, end));
  }

  boolean endsOnSilence() {
    return action.has("endOnSilence");
  }

  boolean endsOn(char key) {
    return action.text("endOnKey").equals(Optional.of(String.valueOf(key)));
  }

  /** Only with an end of its own does the next action wait for it. */
  boolean blocks() {
    return endsOnSilence() || action.has("endOnKey");
  }
}
