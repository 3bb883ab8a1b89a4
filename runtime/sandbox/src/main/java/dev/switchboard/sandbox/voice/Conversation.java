package dev.switchboard.sandbox.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Legs that hear each other, named or not. Used from the loop alone. */
final class Conversation {
  /** {@code CON-} and a dashed UUID. */
  final String uuid;

  /** What it is called within its application; empty where nobody else can join it. */
  final String name;

  final List<Leg> legs = new ArrayList<>();

  /** Whether somebody who may start it has come. */
  boolean started;

  @Nullable
  Recording recording;

  /** The leg whose NCCO asked for the recording. */
  @Nullable
  Leg recorder;

  /** A conversation without a name. */
  Conversation() {
    this("CON-" + UUID.randomUUID(), "");
  }

  Conversation(String uuid, String name) {
    this.uuid = uuid;
    this.name = name;
  }

  /** One that others can join. */
  static Conversation named(String name) {
    return new Conversation("CON-" + UUID.randomUUID(), name);
  }

  /** Every recording that runs here, its own and those of its legs. */
  List<Recording> recordings() {
    Stream<Flow> flows = legs.stream().flatMap(leg -> Stream.ofNullable(leg.flow));
    return Stream.concat(Stream.ofNullable(recording), flows.flatMap(Flow::recordings))
        .toList();
  }

  /** The legs that hear what this one says. */
  Stream<Leg> listeners(Leg speaker) {
    return legs.stream().filter(listener -> reaches(speaker, listener));
  }

  /** Both are there, and nobody has forbidden it. */
  private static boolean reaches(Leg speaker, Leg listener) {
    return speaker != listener
        && listener.isAnswered()
        && !speaker.waiting
        && !listener.waiting
        && !speaker.muted
        && !listener.earmuffed
        && speaker.canSpeak.map(to -> to.contains(listener.uuid)).orElse(true)
        && listener.canHear.map(from -> from.contains(speaker.uuid)).orElse(true);
  }
}
