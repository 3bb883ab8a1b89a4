package dev.switchboard.processor.generate;

import dev.switchboard.processor.model.TypeRef;

/** A file to write. */
public sealed interface Output {
  /** The whole of it, with line feeds, to be written as UTF-8. */
  String text();

  /** A class. */
  record Source(TypeRef type, String text) implements Output {}

  /** A file beside the classes. */
  record Resource(String path, String text) implements Output {}
}
