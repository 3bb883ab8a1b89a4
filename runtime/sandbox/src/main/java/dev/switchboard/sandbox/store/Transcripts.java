package dev.switchboard.sandbox.store;

import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.sandbox.transcript.TranscriptLog;
import dev.switchboard.webhooks.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Transcripts that outlive the process where the sandbox has a data file. Used from the loop alone. */
public final class Transcripts {
  /** Steps that a transcript has at most; what is older makes room. */
  static final int MOST_STEPS = 2_000;

  private static final String TRANSCRIPT = "transcript";
  private static final String STEP = "step";

  private final Store store;
  private final Clock clock;
  private final Map<String, Kept> open = new HashMap<>();
  private final Map<String, TranscriptLog> restored = new LinkedHashMap<>();

  /** The transcripts that a store remembers. */
  public Transcripts(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    for (Json head : store.load(TRANSCRIPT)) {
      String key = head.required("key");
      restored.put(key, log(key, head.required("title"), Instant.parse(head.required("start"))));
    }
    for (Json each : store.load(STEP)) {
      TranscriptLog log = restored.get(each.required("of"));
      if (log != null) {
        int place = each.integer("place").orElse(0L).intValue();
        log.restore(place, Step.of(each.get("step")));
        kept(each.required("of")).next = place + 1;
      }
    }
  }

  /** The transcript of that key from the time before; or one that begins now. */
  public TranscriptLog open(String key, Function<String, String> title) {
    return restored(key).orElseGet(() -> {
      Instant start = clock.instant();
      String text = title.apply(key);
      store.put(TRANSCRIPT, key, Json.object("key", key, "title", text, "start", start.toString()));
      return log(key, text, start);
    });
  }

  /** The transcript of that key from the time before. */
  public Optional<TranscriptLog> restored(String key) {
    return Optional.ofNullable(restored.get(key));
  }

  /** Nobody will look at it again. */
  public void forget(String key) {
    restored.remove(key);
    Kept kept = open.remove(key);
    if (kept != null) {
      kept.over = true;
      for (int place = kept.first; place < kept.next; place++) {
        store.remove(STEP, key + "/" + place);
      }
      store.remove(TRANSCRIPT, key);
    }
  }

  private TranscriptLog log(String key, String title, Instant start) {
    return new TranscriptLog(title, clock, start, MOST_STEPS, kept(key));
  }

  private Kept kept(String key) {
    return open.computeIfAbsent(key, Kept::new);
  }

  private final class Kept implements TranscriptLog.Keeper {
    private final String key;
    private int first;
    private int next;
    private boolean over;

    Kept(String key) {
      this.key = key;
    }

    @Override
    public void keep(int place, Step step) {
      if (!over) {
        next = Math.max(next, place + 1);
        store.put(
            STEP,
            key + "/" + place,
            () -> Json.object("of", key, "place", place, "step", step.toJson()));
      }
    }

    @Override
    public void forget(int place) {
      if (!over) {
        first = place + 1;
        store.remove(STEP, key + "/" + place);
      }
    }
  }
}
