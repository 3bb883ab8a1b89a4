package dev.switchboard.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.corpus.Accessors;
import java.util.Map;
import java.util.TreeMap;

/** Compares everything that the accessors of a payload say with a table written by hand. */
public final class Said {
  private Said() {}

  /**
   * Fails unless the payload is of that type, leaves nothing unread, and says this and nothing else.
   *
   * @param lines {@code accessor=value}, one a line; a time in UTC, a number and a duration in their shortest form. An
   *     accessor that gives a type of ours is named with a colon, as in {@code content:=Text}
   */
  public static void assertSays(Payload payload, Class<?> type, String lines) {
    assertThat(payload).isInstanceOf(type);
    assertThat(payload.unknownFields()).isEmpty();
    Map<String, String> expected = new TreeMap<>();
    lines.lines().forEach(line -> {
      int equals = line.indexOf('=');
      expected.put(line.substring(0, equals), line.substring(equals + 1));
    });
    assertThat(Accessors.of(payload)).isEqualTo(expected);
  }
}
