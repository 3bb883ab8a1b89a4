package dev.switchboard.sandbox.transcript;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A transcript being written: its newest steps, each at a place that it keeps while older ones make room. Used from the loop
 * alone.
 */
public final class TranscriptLog {
  private final String title;
  private final Clock clock;
  private final Instant start;
  private final int most;
  private final Keeper keeper;
  private final List<Step> steps = new ArrayList<>();
  private int earlier;
  private int underWay;

  /** Who keeps the steps elsewhere too. */
  public interface Keeper {
    /** Nobody. */
    Keeper NONE = new Keeper() {
      @Override
      public void keep(int place, Step step) {}

      @Override
      public void forget(int place) {}
    };

    /** A step, in place of the one that was there. */
    void keep(int place, Step step);

    /** A step that has made room. */
    void forget(int place);
  }

  /** A transcript that begins now, and that nobody keeps: for something short. */
  public TranscriptLog(String title, Clock clock) {
    this(title, clock, clock.instant(), Integer.MAX_VALUE, Keeper.NONE);
  }

  /**
   * A transcript that somebody keeps.
   *
   * @param most how many steps it has at most
   */
  public TranscriptLog(String title, Clock clock, Instant start, int most, Keeper keeper) {
    this.title = title;
    this.clock = clock;
    this.start = start;
    this.most = most;
    this.keeper = keeper;
  }

  /** A step that was kept; they come in their order. */
  public void restore(int place, Step step) {
    if (steps.isEmpty()) {
      earlier = place;
    }
    steps.add(step);
  }

  /**
   * Adds what somebody heard.
   *
   * @param who empty for the person whom this is about
   */
  public void heard(String who, String text) {
    add(new Step.Heard(clock.instant(), who, text));
  }

  /**
   * Adds what somebody did.
   *
   * @param who empty for the person whom this is about
   */
  public void did(String who, String text) {
    add(new Step.Did(clock.instant(), who, text));
  }

  /** Adds something worth knowing. */
  public void note(String text) {
    add(new Step.Note(clock.instant(), text));
  }

  /** Adds any step and says where it stands. */
  public int add(Step step) {
    if (steps.size() >= most) {
      // A tenth at a time, so that not every step moves all the others.
      int room = Math.max(1, most / 10);
      for (int i = 0; i < room; i++) {
        keeper.forget(earlier + i);
      }
      steps.subList(0, room).clear();
      earlier += room;
    }
    steps.add(step);
    int place = earlier + steps.size() - 1;
    keeper.keep(place, step);
    return place;
  }

  /** Puts a step in the place of an earlier one, if that is still there. */
  public void replace(int place, Step step) {
    if (place >= earlier) {
      steps.set(place - earlier, step);
      keeper.keep(place, step);
    }
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

  /** Whether nothing has happened yet. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** A copy for others. */
  public Transcript snapshot() {
    return new Transcript(title, start, earlier, steps);
  }
}
