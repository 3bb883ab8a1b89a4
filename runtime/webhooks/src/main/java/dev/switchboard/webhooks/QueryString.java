package dev.switchboard.webhooks;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters of a URL, in the order they appear. A repeated name keeps its first place and its last value, and an empty
 * value stays: the reading of {@code payload_hash} for GET depends on both. A broken escape is kept as it stands, so that
 * reading never fails and nothing is lost.
 */
final class QueryString {
  private QueryString() {}

  /** Reads {@code a=1&b=2}. */
  static Map<String, String> parse(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int start = 0;
    while (start < query.length()) {
      int end = query.indexOf('&', start);
      if (end < 0) {
        end = query.length();
      }
      if (end > start) {
        int equals = query.indexOf('=', start);
        if (equals < 0 || equals > end) {
          equals = end;
        }
        parameters.put(
            decode(query, start, equals), equals < end ? decode(query, equals + 1, end) : "");
      }
      start = end + 1;
    }
    return parameters;
  }

  /** Writes {@code a=1&b=2}. */
  static String write(Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    parameters.forEach((name, value) -> query
        .append(query.isEmpty() ? "" : "&")
        .append(encode(name))
        .append('=')
        .append(encode(value)));
    return query.toString();
  }

  /** One name or value, with {@code %20} for a blank: {@code +} is one in HTML forms only. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decode(String query, int from, int to) {
    int special = from;
    while (special < to && query.charAt(special) != '%' && query.charAt(special) != '+') {
      special++;
    }
    if (special == to) {
      return query.substring(from, to);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(to - from);
    bytes.writeBytes(query.substring(from, special).getBytes(StandardCharsets.UTF_8));
    int i = special;
    while (i < to) {
      char c = query.charAt(i);
      int high = c == '%' && i + 2 < to ? Character.digit(query.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(query.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        bytes.write(high * 16 + low);
        i += 3;
      } else if (c == '+') {
        bytes.write(' ');
        i++;
      } else {
        int length = Character.charCount(query.codePointAt(i));
        bytes.writeBytes(
            query.substring(i, Math.min(i + length, to)).getBytes(StandardCharsets.UTF_8));
        i += length;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
