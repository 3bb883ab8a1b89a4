package dev.switchboard.webhooks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Payload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No member that the platform documents is among the unknown, and an accessor tells it. Needs no corpus. */
class DocumentedFieldsTest {
  static List<Table.Documented> documented() {
    return Table.documentedRows();
  }

  @ParameterizedTest
  @MethodSource("documented")
  void areReadByAnAccessor(Table.Documented row) throws ReflectiveOperationException {
    for (String pointer : row.pointers()) {
      assertThat(unknown(row, pointer, "1")).as("%s of %s", pointer, row.type()).isEmpty();
      assertThat(unknown(row, pointer, null))
          .as("%s of %s, null", pointer, row.type())
          .isEmpty();
    }
    assertThat(unknown(row, "/brand_new", "1"))
        .as("%s lists a new member", row.type())
        .containsExactly("/brand_new");
  }

  private static List<String> unknown(Table.Documented row, String pointer, @Nullable Object value)
      throws ReflectiveOperationException {
    Json member = Json.of(tree(pointer.substring(1).split("/", -1), 0, value));
    return payload(row.type(), merged(row.given(), member)).unknownFields();
  }

  /** The members of both, at every depth; of two scalars the second. */
  private static Json merged(Json one, Json other) {
    if (!one.isObject() || !other.isObject()) {
      return other;
    }
    Json both = one;
    for (Map.Entry<String, Json> member : other.members().entrySet()) {
      Json value = one.has(member.getKey())
          ? merged(one.get(member.getKey()), member.getValue())
          : member.getValue();
      both = both.with(member.getKey(), value);
    }
    return both;
  }

  private static Object tree(String[] steps, int at, @Nullable Object value) {
    @Nullable Object inner = at + 1 == steps.length ? value : tree(steps, at + 1, value);
    if (steps[at].equals("*")) {
      return inner == null ? List.of() : List.of(inner);
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put(steps[at], inner);
    return members;
  }

  private static Payload payload(String type, Json json) throws ReflectiveOperationException {
    for (String family : List.of("voice", "messages", "rtc", "verify")) {
      String resource =
          "/dev/switchboard/webhooks/" + family + '/' + type.replace('.', '$') + ".class";
      if (Payload.class.getResource(resource) != null) {
        Class<?> record =
            Class.forName("dev.switchboard.webhooks." + family + '.' + type.replace('.', '$'));
        return (Payload) record.getConstructor(Json.class).newInstance(json);
      }
    }
    throw new AssertionError("no type " + type);
  }
}
