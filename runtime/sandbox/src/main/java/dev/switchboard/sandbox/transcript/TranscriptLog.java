package dev.switchboard.sandbox.transcript;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A transcript being written. Used from the loop alone. */
public final class TranscriptLog {
  private final String title;
  private final Clock clock;
  private final Instant start;
  private final List<Step> steps = new ArrayList<>();
  private int underWay;

  /** A transcript that begins now. */
  public TranscriptLog(String title, Clock clock) {
    this.title = title;
    this.clock = clock;
    this.start = clock.instant();
  }

  /**
   * Adds what somebody heard.
   *
   * @param who empty for the person whom this is about
   */
  public void heard(String who, String text) {
    steps.add(new Step.Heard(clock.instant(), who, text));
  }

  /**
   * Adds what somebody did.
   *
   * @param who empty for the person whom this is about
   */
  public void did(String who, String text) {
    steps.add(new Step.Did(clock.instant(), who, text));
  }

  /** Adds something worth knowing. */
  public void note(String text) {
    steps.add(new Step.Note(clock.instant(), text));
  }

  /** Adds any step and says where it stands. */
  public int add(Step step) {
    steps.add(step);
    return steps.size() - 1;
  }

  /** Puts a step in the place of an earlier one. */
  public void replace(int index, Step step) {
    steps.set(index, step);
  }

  /** Says that a webhook will be sent; {@link #finished} takes it back. */
  public void expected() {
    underWay++;
  }

  /** Says that a webhook is done with, whatever came of it. */
  public void finished() {
    underWay--;
  }

  /** Whether no webhook is on its way or about to be. */
  public boolean isQuiet() {
    return underWay == 0;
  }

  /** What there is so far. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Whether nothing has happened yet. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** How many steps there are. */
  public int size() {
    return steps.size();
  }

  /** One step. */
  public Step get(int index) {
    return steps.get(index);
  }

  /** A copy for others. */
  public Transcript snapshot() {
    return new Transcript(title, start, steps);
  }
}
