package dev.switchboard.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an app remembers from one webhook of a call to the next. A handler asks for it as a parameter; each type is a
 * value of its own.
 *
 * <p><b>Whose it is.</b> The legs of one conversation share it. A webhook finds it by any id it carries: {@code
 * conversation_uuid} first, then the leg ({@code uuid} or {@code call_uuid}); a transfer by the conversation it left, the one
 * it came to, and the leg. Each change links all ids of its webhook to the value, so a webhook that carries one of them
 * alone sees what one with both has saved, and a leg takes its state along into another conversation, unless that has
 * one of its own. (Nearly every webhook of voice carries {@code conversation_uuid}; the transfer event does not, nor did
 * older platforms.)
 *
 * <p><b>How long.</b> It is kept in this process unless {@link WebhookSettings#stateStore} says otherwise, and for as long
 * after its last change as {@link WebhookSettings#stateKeep} says, a day by default; reading does not prolong it. In this
 * process the latest 100,000 values are kept; the one longest unchanged goes first.
 *
 * <p>Several webhooks of one call may be handled at once, so values are best immutable, and what depends on the old value
 * is done by {@link #update}. A value that is changed in place is changed in this process only.
 *
 * @param <T> the type of the value
 */
public final class CallState<T> {
  private final CallStates states;

  /** Of the call, in the order in which they are asked; empty where the webhook is about none. */
  private final List<String> keys;

  private final Class<T> type;

  private CallState(CallStates states, List<String> keys, Class<T> type) {
    this.states = states;
    this.keys = keys;
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
    List<String> keys = Stream.of(
            json.text("conversation_uuid"),
            json.text("conversation_uuid_from"),
            json.text("conversation_uuid_to"),
            json.text("uuid").or(() -> json.text("call_uuid")))
        .flatMap(Optional::stream)
        .filter(id -> !id.isEmpty())
        .map(id -> id + '/' + type.getName())
        .toList();
    return new CallState<>(states, keys, type);
  }

  /** The value; empty where none was set, its time is over, or the webhook is about no call. */
  public Optional<T> get() {
    return keys.isEmpty() ? Optional.empty() : find().value(type);
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
    if (keys.isEmpty()) {
      throw new IllegalStateException(
          "This webhook has no conversation_uuid, uuid or call_uuid, so there is no call to remember it for.");
    }
    while (true) {
      Found found = find();
      T next = Objects.requireNonNull(change.apply(found.value(type)), "the new value is null");
      // Links first: where the store fails between, nothing was changed, and a repeat may do it
      // all.
      keys.stream()
          .filter(key -> !key.equals(found.key()))
          .forEach(key -> states.link(key, found.key()));
      if (states.replace(found.key(), found.held(), next)) {
        return next;
      }
    }
  }

  /** Forgets the value, if there is one. */
  public void clear() {
    if (keys.isEmpty()) {
      return;
    }
    Found found = find();
    while (found.held().value() != null && !states.replace(found.key(), found.held(), null)) {
      found = find();
    }
  }

  /** What is kept under one of the keys itself, else what one of them is linked to; else nothing, under the first. */
  private Found find() {
    CallStates.Held first = CallStates.Held.NOTHING;
    for (int i = 0; i < keys.size(); i++) {
      CallStates.Held held = states.read(keys.get(i), type);
      if (held.value() != null) {
        return new Found(keys.get(i), held);
      }
      first = i == 0 ? held : first;
    }
    for (String key : keys) {
      String linked = states.linked(key);
      CallStates.Held held = linked == null ? CallStates.Held.NOTHING : states.read(linked, type);
      if (linked != null && held.value() != null) {
        return new Found(linked, held);
      }
    }
    return new Found(keys.get(0), first);
  }

  /** A value, or that there is none, and where. */
  private record Found(String key, CallStates.Held held) {
    <T> Optional<T> value(Class<T> type) {
      return Optional.ofNullable(held.value()).map(type::cast);
    }
  }

  /** The type only. */
  @Override
  public String toString() {
    return "state of type " + type.getName();
  }
}
