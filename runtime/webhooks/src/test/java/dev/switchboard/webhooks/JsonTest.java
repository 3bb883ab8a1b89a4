package dev.switchboard.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,2.50,null],\"b\":{}}",
        "{\"z\":1,\"a\":2}",
        "[1e5,1E+2,-0,0.000,123456789012345678901234567890]",
        "[]",
        "\"text\"",
        "true",
        "null",
        "{\"\":\"\",\"quote\\\"\":\"\\\\ \\n \\u0001\"}",
        "[\"é\",\"😀\",\"\\u2028\"]",
      })
  void keepsTheDocument(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Json.parse(Json.parse(text).write())).isEqualTo(Json.parse(text));
    assertThat(new String(Json.parse(bytes).writeBytes(), StandardCharsets.UTF_8))
        .isEqualTo(Json.parse(text).write());
  }

  @Test
  void keepsOrderAndNumberText() {
    String text = "{\"z\":2.50,\"a\":[1e2,-0.0],\"m\":{\"y\":true,\"b\":null}}";
    assertThat(Json.parse(text).write()).isEqualTo(text);
    assertThat(Json.parse(text).names()).containsExactly("z", "a", "m");
  }

  @Test
  void keepsHalfASurrogatePair() {
    Json json = Json.parse("[\"\\ud83d\",\"é\"]");
    assertThat(Json.parse(json.writeBytes())).isEqualTo(json);
    assertThat(Json.parse(json.write())).isEqualTo(json);
  }

  @Test
  void keepsHalfASurrogatePairInAName() {
    Json json = Json.parse("{\"\\udc00\":{\"a\\ud83d\":\"é\"}}");
    assertThat(json.names()).containsExactly("\udc00");
    assertThat(Json.parse(json.writeBytes())).isEqualTo(json);
    assertThat(Json.parse(json.write())).isEqualTo(json);
  }

  /** Four bytes for a character that needs one: what the reader makes of it can be written and read again. */
  @Test
  void keepsAnOverlongName() {
    Json json = Json.parse(HexFormat.of().parseHex("7b22f0808080223a225b5d227d"));
    assertThat(Json.parse(json.writeBytes())).isEqualTo(json);
    assertThat(Json.parse(json.write())).isEqualTo(json);
  }

  @Test
  void readsLeniently() {
    Json json = Json.parse("""
        {"number":"1.50","text":7,"yes":"TRUE","no":0,"nothing":null,"list":[1],"word":"ten","half":0.5}
        """);
    assertThat(json.decimal("number")).contains(new BigDecimal("1.50"));
    assertThat(json.text("text")).contains("7");
    assertThat(json.text("yes")).contains("TRUE");
    assertThat(json.flag("yes")).contains(true);
    assertThat(json.flag("no")).contains(false);
    assertThat(json.flag("word")).isEmpty();
    assertThat(json.text("nothing")).isEmpty();
    assertThat(json.has("nothing")).isTrue();
    assertThat(json.get("nothing").isNull()).isTrue();
    assertThat(json.text("list")).isEmpty();
    assertThat(json.decimal("word")).isEmpty();
    assertThat(json.integer("text")).contains(7L);
    assertThat(json.integer("half")).isEmpty();
    assertThat(json.integer("number")).isEmpty();
    assertThat(json.get("absent").get("deeper").get(3).text("x")).isEmpty();
    assertThat(json.get("absent").isMissing()).isTrue();
    assertThat(json.get("absent").isNull()).isFalse();
    assertThat(json.get("list").get(0).integer()).contains(1L);
  }

  @Test
  void readsDurations() {
    Json json = Json.object("a", "2", "b", 0.5, "c", "1e999", "d", -1, "e", "1.123456789123");
    assertThat(json.seconds("a")).contains(Duration.ofSeconds(2));
    assertThat(json.seconds("b")).contains(Duration.ofMillis(500));
    assertThat(json.seconds("c")).isEmpty();
    assertThat(json.seconds("d")).contains(Duration.ofSeconds(-1));
    assertThat(json.seconds("e")).contains(Duration.ofSeconds(1, 123_456_789));
    assertThat(json.millis("a")).contains(Duration.ofMillis(2));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00.000Z,            2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00.12Z,             2026-01-31T12:00:00.120Z",
    "2026-01-31T12:00:00Z,                2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00.123456789Z,      2026-01-31T12:00:00.123456789Z",
    "2026-01-31T14:00:00+02:00,           2026-01-31T12:00:00Z",
    "2026-01-31T14:00:00.5+0200,          2026-01-31T12:00:00.500Z",
    "2026-01-31 12:00:00 UTC,             2026-01-31T12:00:00Z",
    "2026-01-31 12:00:00 +0000,           2026-01-31T12:00:00Z",
    "2026-01-31 12:00:00,                 2026-01-31T12:00:00Z",
    "2026-01-31T12:00Z,                   2026-01-31T12:00:00Z",
    "1769860800,                          2026-01-31T12:00:00Z",
    "1769860800123,                       2026-01-31T12:00:00.123Z",
  })
  void readsTimes(String text, Instant time) {
    assertThat(Json.object("t", text).time("t")).contains(time);
  }

  @Test
  void readsTimesFromNumbers() {
    assertThat(Json.parse("{\"t\":1769860800}").time("t"))
        .contains(Instant.parse("2026-01-31T12:00:00Z"));
    assertThat(Json.parse("{\"t\":1769860800.5}").time("t"))
        .contains(Instant.parse("2026-01-31T12:00:00.500Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2020",
        "soon",
        "2026-13-01T00:00:00Z",
        "2026-01-31T25:00:00Z",
        "2026-01-31",
        "2026-01-31T12:00:00X",
        "2026-01-31Q12:00:00Z",
        "2026-1-31T12:00:00Z",
        "12345-01-01",
        "-1769860800",
        "2026-01-31T12:00:00.123Zjunk"
      })
  void leavesWhatIsNoTime(String text) {
    assertThat(Json.object("t", text).time("t")).isEmpty();
  }

  @Test
  void readsNestedTextOfAGetWebhook() {
    Json json = Json.object(
        "dtmf", "{\"digits\":\"1\"}", "list", "[1]", "plain", "{oops", "real", Map.of("a", 1));
    assertThat(json.nested("dtmf").text("digits")).contains("1");
    assertThat(json.nested("list").items()).hasSize(1);
    assertThat(json.nested("plain").text()).contains("{oops");
    assertThat(json.nested("real").integer("a")).contains(1L);
    assertThat(json.nested("absent").isMissing()).isTrue();
  }

  @Test
  void requiresInASentenceWithoutContent() {
    JsonException e = catchThrowableOfType(
        JsonException.class,
        () -> Json.parse("{\"to\":null,\"from\":\"secret\"}").required("to"));
    assertThat(e.pointer()).isEqualTo("/to");
    assertThat(e).hasMessage("no text in what the platform always sends at /to");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":{\"secret\": nope}}   | not JSON            | /a/secret",
        "{\"a\":[1,\"secret           | ends too early      | /a/1",
        "{\"a\":1,\"a\":2}            | a name given twice  | /a",
        "{\"x\":{\"a\":1,\"b\":2,\"a\":3}} | given twice    | /x/a",
        "[1] secret                   | not JSON            | ''",
        "[1] [2]                      | more than one       | ''",
        "''                           | empty               | ''",
        "[1,]                         | not JSON            | /1",
        "[01]                         | not JSON            | /0",
        "[1e99999]                    | beyond any use      | /0",
        "{'secret':1}                 | not JSON            | ''",
        "[NaN]                        | not JSON            | /0",
      })
  void refusesWithPlaceAndWithoutContent(String text, String reason, String pointer) {
    for (boolean bytes : new boolean[] {false, true}) {
      JsonException e = catchThrowableOfType(JsonException.class, () -> {
        if (bytes) {
          Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } else {
          Json.parse(text);
        }
      });
      assertThat(e.getMessage()).contains(reason);
      assertThat(e.pointer()).isEqualTo(pointer);
      assertThat(e.offset()).isPresent();
      assertThat(String.valueOf(e.getMessage()).replace("/a/secret", "")).doesNotContain("secret");
      assertThat(e).hasNoCause();
    }
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    assertThatThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xff, '"'}))
        .isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> Json.parse("{}".getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(JsonException.class);
    byte[] escapedAndBroken = "{\"\\udc00\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
    escapedAndBroken[11] = (byte) 0xff;
    assertThatThrownBy(() -> Json.parse(escapedAndBroken)).isInstanceOf(JsonException.class);
  }

  @Test
  void refusesWhatIsBeyondALimit() {
    assertThat(Json.parse("[".repeat(64) + "]".repeat(64)).isArray()).isTrue();
    assertThatThrownBy(() -> Json.parse("[".repeat(65) + "]".repeat(65)))
        .hasMessageContaining("nested deeper than the 64");
    assertThatThrownBy(() -> Json.parse("[".repeat(10_000)))
        .hasMessageContaining("nested deeper than the 64");
    assertThatThrownBy(() -> Json.parse("{\"a\":".repeat(10_000)))
        .hasMessageContaining("nested deeper");
    assertThatThrownBy(() -> Json.parse("1".repeat(201)))
        .hasMessageContaining("number longer than 200");
    assertThatThrownBy(() -> Json.parse("{\"" + "n".repeat(1_001) + "\":1}"))
        .hasMessageContaining("name longer than 1000");
    assertThatThrownBy(() -> Json.parse("\"" + "s".repeat((1 << 20) + 1) + "\""))
        .hasMessageContaining("string longer than 1048576");
    assertThatThrownBy(() -> Json.parse(new byte[(4 << 20) + 1]))
        .hasMessageContaining("longer than the 4194304");
  }

  @Test
  void shortensAndCleansAHostilePointer() {
    JsonException e = catchThrowableOfType(
        JsonException.class, () -> Json.parse("{\"a\\u0007b" + "x".repeat(500) + "\":nope}"));
    assertThat(e.pointer()).startsWith("/a?bxxx").endsWith("…").hasSizeLessThan(130);
  }

  @Test
  void readsManyMembersAndFindsTheOneGivenTwice() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 5_000; i++) {
      text.append("\"member").append(i).append("\":").append(i).append(',');
    }
    Json json = Json.parse(text + "\"last\":1}");
    assertThat(json.names()).hasSize(5_001);
    assertThat(json.integer("member4999")).contains(4_999L);
    assertThatThrownBy(() -> Json.parse(text + "\"member17\":1}"))
        .hasMessageContaining("given twice");
  }

  @Test
  void comparesTrees() {
    assertThat(Json.parse("{\"a\":1,\"b\":[1.0]}")).isEqualTo(Json.parse("{\"b\":[1],\"a\":1.00}"));
    assertThat(Json.parse("{\"a\":1,\"b\":[1.0]}"))
        .hasSameHashCodeAs(Json.parse("{\"b\":[1],\"a\":1.00}"));
    assertThat(Json.parse("[0.0]"))
        .hasSameHashCodeAs(Json.parse("[-0]"))
        .isEqualTo(Json.parse("[-0]"));
    assertThat(Json.parse("[1]")).isNotEqualTo(Json.parse("[\"1\"]"));
    assertThat(Json.parse("[1,2]")).isNotEqualTo(Json.parse("[2,1]"));
    assertThat(Json.parse("{\"a\":null}")).isNotEqualTo(Json.parse("{}"));
    assertThat(Json.parse("{\"a\":1}")).isNotEqualTo(Json.parse("{\"b\":1}"));
    assertThat(Json.parse("null")).isNotEqualTo(Json.object().get("missing"));
    assertThat(Json.object().get("missing")).isEqualTo(Json.object().get("other"));
  }

  @Test
  void comparesLargeObjectsInAnyOrder() {
    Map<String, Integer> members = new LinkedHashMap<>();
    for (int i = 0; i < 2_000; i++) {
      members.put("m" + i, i);
    }
    List<String> backwards = Arrays.asList(members.keySet().toArray(new String[0]));
    Collections.reverse(backwards);
    Map<String, Integer> reversed = new LinkedHashMap<>();
    backwards.forEach(name -> reversed.put(name, members.get(name)));
    assertThat(Json.of(members)).isEqualTo(Json.of(reversed));
    reversed.put("m0", -1);
    assertThat(Json.of(members)).isNotEqualTo(Json.of(reversed));
  }

  @Test
  void setsAndRemovesMembersInACopy() {
    Json json = Json.object("a", 1, "b", 2);
    assertThat(json.with("a", "x").with("c", List.of(1)).write())
        .isEqualTo("{\"a\":\"x\",\"b\":2,\"c\":[1]}");
    assertThat(json.without("a", "nothing").write()).isEqualTo("{\"b\":2}");
    assertThat(json.write()).isEqualTo("{\"a\":1,\"b\":2}");
    assertThatThrownBy(() -> Json.parse("[]").with("a", 1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> json.get("missing").write()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void convertsPlainJavaBothWays() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("list", Arrays.asList("x", new BigDecimal("1.50"), null, true));
    plain.put("object", Map.of("n", new BigDecimal(7)));
    assertThat(Json.of(plain).toJava()).isEqualTo(plain);
    assertThat(Json.of(new Object[] {1, 2L, (short) 3, 0.25, java.nio.CharBuffer.wrap("s")})
            .write())
        .isEqualTo("[1,2,3,0.25,\"s\"]");
    assertThat(Json.array(List.of(Json.object("a", 1))).write()).isEqualTo("[{\"a\":1}]");
  }

  @Test
  void refusesJavaThatIsNoJson() {
    assertThatThrownBy(() -> Json.of(new StringBuilder[0].getClass()))
        .hasMessageContaining("no form in JSON");
    assertThatThrownBy(() -> Json.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.of(new BigDecimal("1e99999")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.of(Map.of(1, 2))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.object("a")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.object("a", 1, "a", 2)).hasMessageContaining("two members");
    assertThatThrownBy(() -> Json.object("a", Json.object().get("none")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void showsNamesOnly() {
    assertThat(Json.parse("{\"from\":\"447700900000\",\"text\":\"hi\"}"))
        .hasToString("[from, text]");
    assertThat(Json.parse("[\"hi\"]")).hasToString("array of 1");
    assertThat(Json.parse("\"hi\"")).hasToString("…");
    assertThat(Json.parse("null")).hasToString("null");
  }

  @Test
  void refusesToWriteWhatNobodyCouldRead() {
    Json json = Json.object();
    for (int i = 0; i < 2_000; i++) {
      json = Json.object("a", json);
    }
    Json deep = json;
    assertThatThrownBy(deep::write).isInstanceOf(JsonException.class);
    assertThatThrownBy(deep::writeBytes).isInstanceOf(JsonException.class);
  }
}
