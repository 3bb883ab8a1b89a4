package dev.switchboard.sandbox.message;

import dev.switchboard.sandbox.store.Section;
import dev.switchboard.sandbox.store.Store;
import dev.switchboard.sandbox.store.Transcripts;
import dev.switchboard.sandbox.transcript.TranscriptLog;
import dev.switchboard.webhooks.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whoever writes to the app and is written to, named {@code channel:person}. Used from the loop alone. */
final class People {
  private static final String KIND = "person";
  private static final int REMEMBERED = 1_000;

  private final Store store;
  private final Transcripts transcripts;
  private final Map<String, TranscriptLog> people = new LinkedHashMap<>();
  private final Map<String, String> refusals = new LinkedHashMap<>();
  private final Section keptRefusals;

  /** The people that a store remembers. */
  People(Store store, Transcripts transcripts) {
    this.store = store;
    this.transcripts = transcripts;
    store.load(KIND).forEach(each -> add(each.required("person")));
    this.keptRefusals = new Section(
        store,
        "refusals",
        () -> Json.of(Map.copyOf(refusals)),
        state -> state
            .members()
            .forEach((person, code) -> refusals.put(person, code.text().orElse(""))));
  }

  /** Whoever has that name on a channel; made known where it was not. */
  String meet(String channel, String name) {
    Channel known = Channel.of(channel)
        .orElseThrow(() ->
            new IllegalArgumentException("\"" + channel + "\" is no channel: " + Channel.names()));
    String person = known.name() + ":" + name;
    if (!people.containsKey(person)) {
      store.put(KIND, person, Json.object("person", person));
      add(person);
      if (people.size() > REMEMBERED) {
        forgetOne();
      }
    }
    return person;
  }

  private void add(String person) {
    String title = person.replaceFirst(":", " with ");
    people.put(person, transcripts.open("person/" + person, key -> title));
  }

  private void forgetOne() {
    people.entrySet().stream()
        .filter(each -> each.getValue().isQuiet())
        .map(Map.Entry::getKey)
        .findFirst()
        .ifPresent(oldest -> {
          people.remove(oldest);
          store.remove(KIND, oldest);
          transcripts.forget("person/" + oldest);
        });
  }

  /** All of them, oldest first. */
  List<String> all() {
    return List.copyOf(people.keySet());
  }

  /**
   * What happens with a person.
   *
   * @throws IllegalArgumentException when nothing ever did
   */
  TranscriptLog log(String person) {
    TranscriptLog found = people.get(person);
    if (found == null) {
      throw new IllegalArgumentException("nothing was ever written with " + person);
    }
    return found;
  }

  /** Messages to a person fail with that code; they arrive again where it is empty. */
  void refuse(String person, String code) {
    if (code.isEmpty()) {
      refusals.remove(person);
    } else {
      refusals.put(person, code);
    }
  }

  Optional<String> refusal(String person) {
    return Optional.ofNullable(refusals.get(person));
  }

  void save() {
    keptRefusals.save();
  }
}
