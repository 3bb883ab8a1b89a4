package dev.switchboard.webhooks;

import dev.switchboard.webhooks.ncco.Ncco;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What a handler gave back. Each factory has its own name: overloads of one name are dear to compile. */
public final class Reply {
  private static final Reply EMPTY = new Reply(CompletableFuture.completedFuture(null));

  private final CompletionStage<Ncco> ncco;

  private Reply(CompletionStage<Ncco> ncco) {
    this.ncco = ncco;
  }

  /** Call instructions. */
  public static Reply ncco(Ncco ncco) {
    return new Reply(CompletableFuture.completedFuture(
        Objects.requireNonNull(ncco, "the handler returned null")));
  }

  /** Call instructions, or none: the call goes on with the NCCO it has. */
  public static Reply nccoIfAny(Optional<Ncco> ncco) {
    return new Reply(CompletableFuture.completedFuture(ncco.orElse(null)));
  }

  /** Call instructions to come. */
  public static Reply nccoLater(CompletionStage<Ncco> ncco) {
    return new Reply(ncco);
  }

  /** Handled, nothing to say. */
  public static Reply done() {
    return EMPTY;
  }

  /** Will be handled; answered when it is. */
  public static Reply doneLater(CompletionStage<?> work) {
    return new Reply(work.thenApply(nothing -> null));
  }

  /** No method takes this payload: answered as handled, counted and logged once per kind. */
  public static Reply unhandled(Payload payload) {
    return EMPTY;
  }

  CompletionStage<Ncco> ncco() {
    return ncco;
  }
}
