package dev.switchboard.sandbox.fault;

import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The faults that wait to happen. Each is tied to a target, a webhook kind ({@code answer_url}, {@code input}, {@code
 * inbound_url} ...) or a path of an API ({@code /v2/applications}), and happens a number of times. Safe for many threads.
 */
public final class Faults {
  private final List<Waiting> waiting = new ArrayList<>();

  /** No faults yet. */
  public Faults() {}

  /** Lets a fault happen at the target's next uses; {@code times} 0 means until {@linkplain #clear cleared}. */
  public synchronized Faults add(String target, Fault fault, int times) {
    if (times < 0) {
      throw new IllegalArgumentException("times must not be negative, but is " + times);
    }
    if (target.isBlank()) {
      throw new IllegalArgumentException(
          "a fault needs a target, such as answer_url or /v2/applications");
    }
    if (target.startsWith("/")
        && (fault.kind() == Fault.Kind.DUPLICATE || fault.kind() == Fault.Kind.REORDER)) {
      throw new IllegalArgumentException(
          fault + " is a fault of webhooks; " + target + " is a path of an API");
    }
    if (!target.startsWith("/") && fault.kind() == Fault.Kind.STALE_LIST) {
      throw new IllegalArgumentException(
          fault + " is a fault of an API's path such as /v2/applications; " + target + " is none");
    }
    waiting.add(new Waiting(target, fault, times == 0 ? Integer.MAX_VALUE : times));
    return this;
  }

  /** Lets a fault happen once. */
  public Faults once(String target, Fault fault) {
    return add(target, fault, 1);
  }

  /** Ends all faults of a target. */
  public synchronized Faults clear(String target) {
    waiting.removeIf(each -> each.target.equals(target));
    return this;
  }

  /** Ends all faults. */
  public synchronized Faults clear() {
    waiting.clear();
    return this;
  }

  /** What waits, one line each. */
  public synchronized List<String> lines() {
    return waiting.stream()
        .map(each -> each.target + " " + each.fault
            + (each.left == Integer.MAX_VALUE ? "" : " x" + each.left))
        .toList();
  }

  /** What waits, for whoever keeps it. */
  public synchronized Json toJson() {
    return Json.array(waiting.stream()
        .map(each ->
            Json.object("target", each.target, "fault", each.fault.toString(), "left", each.left))
        .toList());
  }

  /** Adds what {@link #toJson} wrote. */
  public synchronized void restore(Json json) {
    json.items()
        .forEach(each -> waiting.add(new Waiting(
            each.required("target"),
            Fault.parse(each.required("fault")),
            each.integer("left").orElse(1L).intValue())));
  }

  /** The next fault of a webhook kind such as {@code voice.answer_url}, used up by asking. */
  public synchronized Optional<Fault> ofWebhook(String kind) {
    return take(each -> each.isAbout(kind) && each.fault.kind() != Fault.Kind.REORDER);
  }

  /** Whether the next webhook of a kind is to change places with the one after it; used up by asking. */
  public synchronized boolean reorders(String kind) {
    return take(each -> each.isAbout(kind) && each.fault.kind() == Fault.Kind.REORDER)
        .isPresent();
  }

  /** The next fault of an API path, used up by asking. */
  public synchronized Optional<Fault> ofPath(String path) {
    return take(each -> each.target.startsWith("/") && path.startsWith(each.target));
  }

  private Optional<Fault> take(Predicate<Waiting> matches) {
    Optional<Waiting> found = waiting.stream().filter(matches).findFirst();
    found
        .filter(each -> each.left != Integer.MAX_VALUE && --each.left == 0)
        .ifPresent(waiting::remove);
    return found.map(each -> each.fault);
  }

  private static final class Waiting {
    private final String target;
    private final Fault fault;
    private int left;

    Waiting(String target, Fault fault, int left) {
      this.target = target;
      this.fault = fault;
      this.left = left;
    }

    boolean isAbout(String kind) {
      return target.equals(kind) || kind.endsWith("." + target);
    }
  }
}
