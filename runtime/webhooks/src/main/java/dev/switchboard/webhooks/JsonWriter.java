package dev.switchboard.webhooks;

import java.io.OutputStream;
import java.io.StringWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamWriteException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Tree to text: no white space, numbers as they were written. */
final class JsonWriter {
  /** What is written can be read again. */
  private static final StreamWriteConstraints LIMITS =
      StreamWriteConstraints.builder().maxNestingDepth(JsonReader.MAX_DEPTH).build();

  private static final JsonFactory PLAIN =
      JsonFactory.builder().streamWriteConstraints(LIMITS).build();

  private JsonWriter() {}

  static String text(@Nullable Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = PLAIN.createGenerator(ObjectWriteContext.empty(), text)) {
      write(value, out);
    } catch (StreamConstraintsException beyond) {
      throw tooDeep();
    }
    return text.toString();
  }

  static byte[] bytes(@Nullable Object value) {
    try {
      return bytes(value, PLAIN);
    } catch (StreamConstraintsException beyond) {
      throw tooDeep();
    } catch (StreamWriteException halfACharacter) {
      // A JSON text may escape one half of a surrogate pair, and UTF-8 cannot hold it. Escaped it
      // comes back the same.
      return bytes(value, Escaping.FACTORY);
    }
  }

  private static byte[] bytes(@Nullable Object value, JsonFactory factory) {
    Whole bytes = new Whole();
    try (JsonGenerator out =
        factory.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
      write(value, out);
    }
    return bytes.all();
  }

  private static JsonException tooDeep() {
    return new JsonException("nested deeper than the " + JsonReader.MAX_DEPTH + " allowed", "", -1);
  }

  private static void write(@Nullable Object value, JsonGenerator out) {
    if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof JsonMembers members) {
      out.writeStartObject();
      for (int i = 0; i < members.size(); i++) {
        out.writeName(members.name(i));
        write(members.value(i), out);
      }
      out.writeEndObject();
    } else if (value instanceof Object[] items) {
      out.writeStartArray();
      for (Object item : items) {
        write(item, out);
      }
      out.writeEndArray();
    } else if (value instanceof JsonNumber number) {
      out.writeNumber(number.text());
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else {
      out.writeNull();
    }
  }

  /**
   * Takes the first piece in an array of just its size. The generator hands over what fits its buffer in one piece, which is all of any
   * usual text: it is copied once, where a growing buffer would be filled first and copied then.
   */
  private static final class Whole extends OutputStream {
    private byte[] bytes = {};
    private int length;

    @Override
    public void write(byte[] piece, int from, int count) {
      if (length + count > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * length));
      }
      System.arraycopy(piece, from, bytes, length, count);
      length += count;
    }

    byte[] all() {
      return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    @Override
    public void write(int single) {
      write(new byte[] {(byte) single}, 0, 1);
    }
  }

  /** Loaded only by the rare text that needs it. */
  private static final class Escaping {
    static final JsonFactory FACTORY = JsonFactory.builder()
        .streamWriteConstraints(LIMITS)
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .build();
  }
}
