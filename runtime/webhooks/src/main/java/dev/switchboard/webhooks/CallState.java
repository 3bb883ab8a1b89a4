package dev.switchboard.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an app remembers from one webhook of a call to the next. A handler asks for it as a parameter; each type is a
 * value of its own. The legs of one conversation share it: it belongs to {@code conversation_uuid}, or where a webhook
 * has none to {@code uuid} or {@code call_uuid}.
 *
 * <p>It is kept in this process unless {@link WebhookSettings#stateStore} says otherwise, and for as long after its last
 * change as {@link WebhookSettings#stateKeep} says. Several webhooks of one call may be handled at once, so values are best
 * immutable, and what depends on the old value is done by {@link #update}. A value that is changed in place is changed
 * in this process only.
 *
 * @param <T> the type of the value
 */
public final class CallState<T> {
  private final CallStates states;
  private final @Nullable String key;
  private final Class<T> type;

  private CallState(CallStates states, @Nullable String key, Class<T> type) {
    this.states = states;
    this.key = key;
    this.type = type;
  }

  /**
   * The state of the call that a webhook is about; generated code calls it. A request that no engine serves, as in a test
   * of a router alone, has a state of its own.
   */
  public static <T> CallState<T> of(WebhookRequest request, Class<T> type) {
    CallStates states = request.callStates();
    if (states == null) {
      states = new CallStates.Memory(1, Duration.ofDays(1), Clock.systemUTC());
    }
    Json json = request.json();
    String call = json.text("conversation_uuid")
        .or(() -> json.text("uuid"))
        .or(() -> json.text("call_uuid"))
        .orElse(null);
    return new CallState<>(states, call == null ? null : call + '/' + type.getName(), type);
  }

  /** The value; empty where none was set, its time is over, or the webhook is about no call. */
  public Optional<T> get() {
    return key == null ? Optional.empty() : value(states.read(key, type));
  }

  /**
   * Sets the value, whatever it was.
   *
   * @throws IllegalStateException where the webhook is about no call
   */
  public void set(T value) {
    Objects.requireNonNull(value);
    update(old -> value);
  }

  /**
   * Makes a new value of the old one, in one step even where several webhooks do so at once.
   *
   * @param change gets the value there is, if any; called again where another webhook was faster, so it should do nothing
   *     else
   * @return the new value
   * @throws IllegalStateException where the webhook is about no call
   */
  public T update(Function<Optional<T>, T> change) {
    String place = place();
    while (true) {
      CallStates.Held held = states.read(place, type);
      T next = Objects.requireNonNull(change.apply(value(held)), "the new value is null");
      if (states.replace(place, held, next)) {
        return next;
      }
    }
  }

  /** Forgets the value, if there is one. */
  public void clear() {
    if (key == null) {
      return;
    }
    CallStates.Held held = states.read(key, type);
    while (held.value() != null && !states.replace(key, held, null)) {
      held = states.read(key, type);
    }
  }

  /** The type only. */
  @Override
  public String toString() {
    return "state of type " + type.getName();
  }

  private Optional<T> value(CallStates.Held held) {
    return Optional.ofNullable(held.value()).map(type::cast);
  }

  private String place() {
    if (key == null) {
      throw new IllegalStateException(
          "This webhook has no conversation_uuid, uuid or call_uuid, so there is no call to remember it for.");
    }
    return key;
  }
}
