package dev.switchboard.webhooks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import dev.switchboard.webhooks.Payload;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.messages.MessageStatus;
import dev.switchboard.webhooks.rtc.RtcEvent;
import dev.switchboard.webhooks.verify.VerifyEvent;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Reads every payload of the corpus and holds it against three tables of our own: {@code types.tsv} (the exact type of each
 * file, and three of its fields by value), {@code accessors.tsv} (which accessor reads which member of which type) and
 * {@code unknown.tsv} (every member that none reads). With {@code -Dswitchboard.corpus.print=true} it prints what it found
 * in the form of those tables.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {
  private static final Map<String, Function<Json, Payload>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("voice-answer", AnswerRequest::new);
    KINDS.put("voice-events", VoiceEvent::of);
    KINDS.put("messages-inbound", InboundMessage::of);
    KINDS.put("messages-status", MessageStatus::of);
    KINDS.put("rtc-events", RtcEvent::of);
    KINDS.put("verify-events", VerifyEvent::of);
  }

  private static final boolean PRINT = Boolean.getBoolean("switchboard.corpus.print");

  private Corpus corpus;

  @BeforeAll
  void open() {
    corpus = Corpus.open();
    if (PRINT) {
      KINDS.forEach((kind, parser) -> corpus.files(kind).forEach(file -> {
        Payload payload = parser.apply(corpus.fields(file));
        System.out.println(
            "SAID\t" + file + '\t' + Table.typeOf(payload) + '\t' + Accessors.of(payload));
      }));
    }
  }

  @Test
  void typesEveryPayloadAndLosesNothing() {
    Map<String, Table.Row> expected = Table.types();
    Set<String> seen = new TreeSet<>();
    KINDS.forEach((kind, parser) -> {
      int typed = 0;
      int equal = 0;
      List<String> files = corpus.files(kind);
      for (String file : files) {
        Json json = corpus.fields(file);
        Payload payload = parser.apply(json);
        Table.Row row = Optional.ofNullable(expected.get(file))
            .orElseThrow(() -> new AssertionError(file + " has no line in types.tsv"));
        assertThat(Table.typeOf(payload)).as("type of %s", file).isEqualTo(row.type());
        Map<String, String> said = Accessors.of(payload);
        row.fields()
            .forEach((accessor, value) ->
                assertThat(said).as("%s of %s", accessor, file).containsEntry(accessor, value));
        long fields = said.keySet().stream().filter(name -> !name.endsWith(":")).count();
        assertThat(row.fields().size())
            .as("fields asserted of %s", file)
            .isGreaterThanOrEqualTo((int) Math.min(3, fields));
        typed += row.type().endsWith("Unknown") ? 0 : 1;
        assertThat(row.partial() || !row.type().endsWith("Unknown"))
            .as("%s is whole, so it has a type", file)
            .isTrue();
        assertThat(Json.parse(payload.json().write()))
            .as("%s read, written, read", file)
            .isEqualTo(json);
        assertThat(Json.parse(payload.json().writeBytes())).isEqualTo(json);
        assertThat(payload.json().write())
            .as("%s keeps its order and numbers", file)
            .isEqualTo(json.write());
        equal++;
        seen.add(file);
      }
      line(kind, files.size(), files.size(), typed, equal);
    });
    assertThat(expected.keySet()).as("lines of types.tsv without a file").isEqualTo(seen);
  }

  @Test
  void accountsForEveryMember() {
    Map<String, String> read = new TreeMap<>();
    Set<String> unread = new TreeSet<>();
    KINDS.forEach((kind, parser) -> {
      for (String file : corpus.files(kind)) {
        Json json = corpus.fields(file);
        Payload payload = parser.apply(json);
        List<String> unknown = payload.unknownFields();
        Map<String, String> said = Accessors.of(payload);
        for (String pointer : json.isObject() ? Leaves.pointers(json) : List.<String>of()) {
          String member = Table.typeOf(payload) + '\t' + pointer.replaceAll("/\\d+(?=/|$)", "/*");
          if (unknown.stream().anyMatch(u -> pointer.equals(u) || pointer.startsWith(u + "/"))) {
            unread.add(member);
            continue;
          }
          Optional<String> accessor = Leaves.variants(json, pointer).stream()
              .map(variant -> sameType(parser, variant, payload)
                  .flatMap(p -> Accessors.difference(said, Accessors.of(p))))
              .flatMap(Optional::stream)
              .findFirst();
          assertThat(accessor.isPresent() || decidesTheType(parser, json, pointer, payload))
              .as("%s: %s is called known, and no accessor reads it", file, pointer)
              .isTrue();
          read.putIfAbsent(member, accessor.orElse("(decides the type)"));
        }
      }
    });
    if (PRINT) {
      read.forEach((member, accessor) -> System.out.println("READ\t" + member + '\t' + accessor));
      unread.forEach(member -> System.out.println("UNREAD\t" + member));
    }
    System.out.printf("members: %d read by an accessor, %d unknown%n", read.size(), unread.size());
    assertThat(read).as("accessors.tsv").isEqualTo(Table.accessors());
    assertThat(unread).as("unknown.tsv").isEqualTo(Table.unknown());
    assertThat(unread)
        .as("members that the domain documents")
        .doesNotContainAnyElementsOf(Table.documented());
  }

  @Test
  void readsAndWritesEveryOtherJson() {
    for (String kind : List.of("applications", "numbers", "ncco", "jwt")) {
      int equal = 0;
      List<String> files =
          corpus.files(kind).stream().filter(f -> f.endsWith(".json")).toList();
      for (String file : files) {
        Json json = Json.parse(corpus.bytes(file));
        assertThat(Json.parse(json.writeBytes())).as(file).isEqualTo(json);
        assertThat(Json.of(json.toJava())).as("%s through plain Java", file).isEqualTo(json);
        equal++;
      }
      line(kind + " (as JSON)", files.size(), files.size(), 0, equal);
    }
  }

  @Test
  void refusesWhatIsBroken() {
    List<String> files = corpus.files("broken");
    List<String> read = new ArrayList<>();
    for (String file : files) {
      try {
        Json.parse(corpus.bytes(file));
        read.add(file);
      } catch (JsonException e) {
        assertThat(e).hasMessageContaining("offset").hasNoCause();
      }
    }
    line("broken", files.size(), read.size(), 0, 0);
    assertThat(read).as("broken files that are JSON all the same").isEmpty();
  }

  private static Optional<Payload> sameType(
      Function<Json, Payload> parser, Json json, Payload like) {
    Payload payload = parser.apply(json);
    return payload.getClass() == like.getClass() ? Optional.of(payload) : Optional.empty();
  }

  private static boolean decidesTheType(
      Function<Json, Payload> parser, Json json, String pointer, Payload payload) {
    return Leaves.variants(json, pointer).stream()
        .anyMatch(variant -> parser.apply(variant).getClass() != payload.getClass());
  }

  private static void line(String kind, int files, int parsed, int typed, int equal) {
    System.out.printf(
        "%-22s %4d files  %4d parsed  %4d typed  %4d equal after round trip%n",
        kind, files, parsed, typed, equal);
  }
}
