package dev.switchboard.webhooks;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Text to tree (see {@link JsonTree}); nothing is converted here.
 */
final class JsonReader {
  /** Objects and arrays within one another. */
  static final int MAX_DEPTH = 64;

  /** Bytes, or characters, of a document. */
  static final int MAX_LENGTH = 4 << 20;

  /** Characters of one string. */
  static final int MAX_STRING = 1 << 20;

  /** Characters of one name. */
  static final int MAX_NAME = 1_000;

  /** Above this many members the names seen are remembered in a set. */
  private static final int REMEMBER_FROM = 32;

  private static final JsonFactory FACTORY = JsonFactory.builder()
      // RFC 8259 knows UTF-8 alone; and guessing costs every parse.
      .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH + 1) // ours is checked first and says it better
          .maxDocumentLength(MAX_LENGTH)
          .maxStringLength(MAX_STRING)
          .maxNameLength(MAX_NAME)
          .maxNumberLength(JsonNumber.MAX_LENGTH)
          .build())
      .build();

  private final JsonParser parser;
  private @Nullable Object[] stack = new @Nullable Object[32];
  private int top;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  static @Nullable Object read(byte[] body) {
    checkLength(body.length);
    try {
      return read(FACTORY.createParser(ObjectReadContext.empty(), body, 0, body.length));
    } catch (JsonException refused) {
      return escapedHalf(body, refused);
    }
  }

  /**
   * A JSON text may escape one half of a surrogate pair. In a name the parser of bytes refuses that and the parser of
   * text does not: what one of our two reads takes, the other takes too.
   */
  private static @Nullable Object escapedHalf(byte[] body, JsonException refused) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      if (text.contains("\\u")) {
        return read(text);
      }
    } catch (CharacterCodingException | JsonException refusedToo) {
      // the first one says it better: it counts in bytes
    }
    throw refused;
  }

  static @Nullable Object read(String text) {
    checkLength(text.length());
    return read(FACTORY.createParser(ObjectReadContext.empty(), text));
  }

  private static void checkLength(int length) {
    if (length > MAX_LENGTH) {
      throw new JsonException("longer than the " + MAX_LENGTH + " allowed", "", -1);
    }
  }

  private static @Nullable Object read(JsonParser parser) {
    try {
      return new JsonReader(parser).document();
    } catch (StreamConstraintsException beyond) {
      throw failure(
          "a string longer than " + MAX_STRING + ", a name longer than " + MAX_NAME
              + " or a number longer than " + JsonNumber.MAX_LENGTH,
          parser,
          beyond);
    } catch (UnexpectedEndOfInputException early) {
      throw failure("the JSON ends too early", parser, early);
    } catch (JacksonException malformed) {
      throw failure("not JSON", parser, malformed);
    } finally {
      parser.close();
    }
  }

  /** The library's own exception quotes the text, so neither its message nor itself goes any further. */
  private static JsonException failure(String reason, JsonParser parser, JacksonException e) {
    long bytes = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
    long offset =
        bytes >= 0 || e.getLocation() == null ? bytes : e.getLocation().getCharOffset();
    return new JsonException(reason, parser.streamReadContext().pathAsPointer().toString(), offset);
  }

  private JsonException failure(String reason) {
    long bytes = parser.currentTokenLocation().getByteOffset();
    return new JsonException(
        reason,
        parser.streamReadContext().pathAsPointer().toString(),
        bytes >= 0 ? bytes : parser.currentTokenLocation().getCharOffset());
  }

  private @Nullable Object document() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new JsonException("empty instead of JSON", "", 0);
    }
    Object value = value(first, 1);
    if (parser.nextToken() != null) {
      throw failure("more than one JSON value");
    }
    return value;
  }

  private @Nullable Object value(JsonToken token, int depth) {
    return switch (token.id()) {
      case JsonTokenId.ID_STRING -> parser.getString();
      case JsonTokenId.ID_NUMBER_INT -> new JsonNumber(parser.getString());
      case JsonTokenId.ID_NUMBER_FLOAT -> fraction();
      case JsonTokenId.ID_TRUE -> true;
      case JsonTokenId.ID_FALSE -> false;
      case JsonTokenId.ID_NULL -> null;
      case JsonTokenId.ID_START_OBJECT -> object(depth);
      case JsonTokenId.ID_START_ARRAY -> array(depth);
      default -> throw failure("not JSON");
    };
  }

  private JsonNumber fraction() {
    String text = parser.getString();
    if (!JsonNumber.inRange(text)) {
      throw failure("a number beyond any use");
    }
    return new JsonNumber(text);
  }

  private JsonMembers object(int depth) {
    checkDepth(depth);
    int start = top;
    long seen = 0;
    Set<String> names = null;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      // Two readers may take two values out of an object that names one thing twice, so it is
      // refused. The bits make the usual case, a new name, cost a shift.
      long bit = JsonMembers.bit(name);
      if (names == null && top - start >= 2 * REMEMBER_FROM) {
        names = remembered(start);
      }
      boolean again = names != null ? !names.add(name) : (seen & bit) != 0 && stacked(start, name);
      if (again) {
        throw failure("a name given twice");
      }
      seen |= bit;
      push(name);
      push(value(parser.nextToken(), depth + 1));
    }
    JsonMembers members = top == start
        ? JsonMembers.NONE
        : new JsonMembers(Arrays.copyOfRange(stack, start, top), seen);
    top = start;
    return members;
  }

  private boolean stacked(int start, String name) {
    for (int i = start; i < top; i += 2) {
      if (name.equals(stack[i])) {
        return true;
      }
    }
    return false;
  }

  private Set<String> remembered(int start) {
    Set<String> names = new HashSet<>();
    for (int i = start; i < top; i += 2) {
      names.add((String) Objects.requireNonNull(stack[i]));
    }
    return names;
  }

  private @Nullable Object[] array(int depth) {
    checkDepth(depth);
    int start = top;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      push(value(token, depth + 1));
    }
    @Nullable Object[] items = Arrays.copyOfRange(stack, start, top);
    top = start;
    return items;
  }

  private void checkDepth(int depth) {
    if (depth > MAX_DEPTH) {
      throw failure("nested deeper than the " + MAX_DEPTH + " allowed");
    }
  }

  private void push(@Nullable Object value) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, 2 * top);
    }
    stack[top++] = value;
  }
}
