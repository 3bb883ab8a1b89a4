package dev.switchboard.sandbox.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Legs that hear each other, named or not. Used from the loop alone. */
final class Conversation {
  /** {@code CON-} and a dashed UUID. */
  final String uuid = "CON-" + UUID.randomUUID();

  final List<Leg> legs = new ArrayList<>();
}
