package dev.switchboard.webhooks.corpus;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables that the corpus is held against: tab-separated, {@code #} begins a remark. */
final class Table {
  private Table() {}

  /**
   * What a file should read as.
   *
   * @param type with the types around it, such as {@code CallEvent.Completed}
   * @param partial whether the source of the file shows only a part of a payload
   * @param fields values by accessor
   */
  record Row(String type, boolean partial, Map<String, String> fields) {}

  static Map<String, Row> types() {
    Map<String, Row> rows = new TreeMap<>();
    for (String[] cells : cells("types.tsv")) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 3; i < cells.length; i++) {
        int equals = cells[i].indexOf('=');
        fields.put(cells[i].substring(0, equals), cells[i].substring(equals + 1));
      }
      rows.put(cells[0], new Row(cells[1], cells[2].equals("partial"), fields));
    }
    return rows;
  }

  static Map<String, String> accessors() {
    Map<String, String> accessors = new TreeMap<>();
    for (String[] cells : cells("accessors.tsv")) {
      accessors.put(cells[0] + '\t' + cells[1], cells[2]);
    }
    return accessors;
  }

  static Set<String> unknown() {
    Set<String> unknown = new TreeSet<>();
    for (String[] cells : cells("unknown.tsv")) {
      unknown.add(cells[0] + '\t' + cells[1]);
    }
    return unknown;
  }

  /**
   * What the domain's documents name.
   *
   * @param pointers members, {@code *} for an item
   * @param given the members that select the content
   */
  record Documented(String type, List<String> pointers, Json given) {}

  static List<Documented> documentedRows() {
    List<Documented> rows = new ArrayList<>();
    for (String[] cells : cells("documented.tsv")) {
      rows.add(new Documented(
          cells[0],
          List.of(cells[1].split(" ", -1)),
          Json.parse(cells.length > 2 ? cells[2] : "{}")));
    }
    return rows;
  }

  /** The same as lines of {@link #unknown()}, to be held against it. */
  static Set<String> documented() {
    Set<String> documented = new TreeSet<>();
    for (Documented row : documentedRows()) {
      for (String pointer : row.pointers()) {
        documented.add(row.type() + '\t' + pointer);
      }
    }
    return documented;
  }

  static String typeOf(Payload payload) {
    Class<?> type = payload.getClass();
    Class<?> outer = type.getEnclosingClass();
    return outer == null
        ? type.getSimpleName()
        : outer.getSimpleName() + '.' + type.getSimpleName();
  }

  private static List<String[]> cells(String table) {
    try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(table), table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
