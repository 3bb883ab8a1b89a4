package dev.switchboard.webhooks;

import java.io.Serial;
import java.util.OptionalLong;

/**
 * JSON that cannot be read, is beyond a limit, or lacks what was asked of it. The message says where and why; it never
 * repeats a value, since a webhook carries numbers, names and messages of people.
 */
public final class JsonException extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  private static final int SHOWN_POINTER = 120;

  private final String reason;
  private final String pointer;
  private final long offset;

  JsonException(String reason, String pointer, long offset) {
    super(sentence(reason, shown(pointer), offset), null, false, true);
    this.reason = reason;
    this.pointer = shown(pointer);
    this.offset = offset;
  }

  /**
   * Why, without the place.
   *
   * @return such as {@code "not JSON"}
   */
  public String reason() {
    return reason;
  }

  /**
   * Where in the tree, as a JSON pointer (RFC 6901) of names and indexes; empty for the whole document. Control
   * characters are replaced and a long pointer is cut, since names too come from outside.
   */
  public String pointer() {
    return pointer;
  }

  /** Where in the text: bytes of a byte array, characters of a string, from 0; empty where no text was read. */
  public OptionalLong offset() {
    return offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset);
  }

  /** Whether a document was read, and only lacks what {@link Json#required} asked for. */
  boolean isOfMissing() {
    return offset < 0 && !pointer.isEmpty();
  }

  private static String sentence(String reason, String pointer, long offset) {
    StringBuilder text = new StringBuilder(reason);
    if (!pointer.isEmpty()) {
      text.append(" at ").append(pointer);
    }
    if (offset >= 0) {
      text.append(" (offset ").append(offset).append(')');
    }
    return text.toString();
  }

  private static String shown(String pointer) {
    StringBuilder text = new StringBuilder(Math.min(pointer.length(), SHOWN_POINTER + 1));
    for (int i = 0; i < pointer.length() && i < SHOWN_POINTER; i++) {
      char c = pointer.charAt(i);
      text.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
    }
    return pointer.length() > SHOWN_POINTER ? text.append('…').toString() : text.toString();
  }
}
