package dev.switchboard.webhooks;

import dev.switchboard.webhooks.audio.AudioHandler;
import dev.switchboard.webhooks.ncco.Ncco;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a handler gave back. Generated code makes it; each factory has its own name, since overloads of one name are dear to
 * compile. A handler that returns null where it promised a value is a bug of the app: the factory throws
 * {@link NullPointerException}, and the platform gets a 500.
 */
public final class Reply {
  private static final Reply EMPTY = new Reply(null, null, null, null);

  private final @Nullable Ncco ncco;
  private final @Nullable CompletionStage<?> later;
  private final @Nullable Payload unhandled;
  private final @Nullable AudioHandler audio;

  private Reply(
      @Nullable Ncco ncco,
      @Nullable CompletionStage<?> later,
      @Nullable Payload unhandled,
      @Nullable AudioHandler audio) {
    this.ncco = ncco;
    this.later = later;
    this.unhandled = unhandled;
    this.audio = audio;
  }

  /** Call instructions. */
  public static Reply ncco(Ncco ncco) {
    return new Reply(Objects.requireNonNull(ncco, "the handler returned null"), null, null, null);
  }

  /** Call instructions, or none: the call goes on with the NCCO it has. */
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // it is what the handler returned
  public static Reply nccoIfAny(Optional<Ncco> ncco) {
    Objects.requireNonNull(ncco, "the handler returned null");
    return ncco.isPresent() ? new Reply(ncco.get(), null, null, null) : EMPTY;
  }

  /** Call instructions to come. */
  public static Reply nccoLater(CompletionStage<Ncco> ncco) {
    Objects.requireNonNull(ncco, "the handler returned null");
    return new Reply(
        null,
        ncco.thenApply(value -> Objects.requireNonNull(value, "the handler's stage gave null")),
        null,
        null);
  }

  /** Call instructions to come, or none. */
  public static Reply nccoIfAnyLater(CompletionStage<Optional<Ncco>> ncco) {
    Objects.requireNonNull(ncco, "the handler returned null");
    return new Reply(
        null,
        ncco.thenApply(value ->
            Objects.requireNonNull(value, "the handler's stage gave null").orElse(null)),
        null,
        null);
  }

  /** Handled, nothing to say. */
  public static Reply done() {
    return EMPTY;
  }

  /** Will be handled; answered when it is. */
  public static Reply doneLater(CompletionStage<?> work) {
    return new Reply(null, Objects.requireNonNull(work, "the handler returned null"), null, null);
  }

  /** No method takes this payload: answered as handled, counted, and logged once for each kind. */
  public static Reply unhandled(Payload payload) {
    return new Reply(null, null, payload, null);
  }

  /** What gets the sound of a websocket. */
  public static Reply audio(AudioHandler handler) {
    return new Reply(
        null, null, null, Objects.requireNonNull(handler, "the handler returned null"));
  }

  /**
   * The same, and an action when it is settled: at once where it is complete, else when the handler's stage is. For those who wrap a router
   * to trace or to measure it.
   *
   * @param action gets what the handler's stage failed with; null where it did not fail
   */
  public Reply whenSettled(Consumer<? super @Nullable Throwable> action) {
    if (later == null) {
      action.accept(null);
      return this;
    }
    return new Reply(null, later.whenComplete((value, error) -> action.accept(error)), null, null);
  }

  /** The NCCO, where there is one already. */
  @Nullable
  Ncco nccoNow() {
    return ncco;
  }

  /** What will give an NCCO, or anything else, which means none; null where the reply is complete. */
  @Nullable
  CompletionStage<?> later() {
    return later;
  }

  /** What gets the sound of a websocket; null of every other webhook. */
  @Nullable
  AudioHandler audioHandler() {
    return audio;
  }

  /** What no method took; null where one did. */
  @Nullable
  Payload unhandledPayload() {
    return unhandled;
  }
}
