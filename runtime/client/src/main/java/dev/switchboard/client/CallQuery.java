package dev.switchboard.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which calls to list: all of the application, oldest first, ten a page, unless told otherwise. Immutable. */
public final class CallQuery {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
  private static final int LARGEST_PAGE = 100;

  private final Map<String, String> parameters;

  private CallQuery(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /** Every call. */
  public static CallQuery all() {
    return new CallQuery(Map.of());
  }

  /** Those with a status, such as {@code answered}. */
  public CallQuery status(String status) {
    return with("status", status);
  }

  /** Those of a conversation. */
  public CallQuery conversation(String conversationUuid) {
    return with("conversation_uuid", conversationUuid);
  }

  /** Those since a time, to the second. */
  public CallQuery since(Instant time) {
    return with("date_start", TIME.format(time));
  }

  /** Those until a time, to the second. */
  public CallQuery until(Instant time) {
    return with("date_end", TIME.format(time));
  }

  /**
   * How many a page.
   *
   * @param size 1 to 100
   */
  public CallQuery pageSize(int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw new IllegalArgumentException("A page has 1 to 100 calls, not " + size + ".");
    }
    return with("page_size", Integer.toString(size));
  }

  /**
   * Which call of all the page begins with.
   *
   * @param index 0 or more
   */
  public CallQuery recordIndex(long index) {
    if (index < 0) {
      throw new IllegalArgumentException("A record index is 0 or more, not " + index + ".");
    }
    return with("record_index", Long.toString(index));
  }

  /** Newest first. */
  public CallQuery newestFirst() {
    return with("order", "desc");
  }

  private CallQuery with(String name, String value) {
    Map<String, String> more = new TreeMap<>(parameters);
    more.put(name, value);
    return new CallQuery(more);
  }

  /** As a URL has it, with its question mark; empty for every call. */
  String text() {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }

  @Override
  public String toString() {
    return "calls" + text();
  }
}
