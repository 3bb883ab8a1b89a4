package dev.switchboard.sandbox.account;

import dev.switchboard.sandbox.account.Users.User;
import dev.switchboard.webhooks.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page of an application's users, as its query asks for it. A cursor is opaque to a client; in truth it names the place of a user
 * and the direction to go from there, so that a page is right whoever comes or goes meanwhile.
 */
record UserPage(int size, String order, String name, String cursor) {
  private static final int SIZE = 10;
  private static final int LARGEST = 100;
  private static final Pattern CURSOR = Pattern.compile("(after|before) ([0-9]{1,18})");

  static UserPage of(Map<String, String> query) {
    String size = query.getOrDefault("page_size", Integer.toString(SIZE));
    if (!size.matches("[1-9][0-9]{0,2}") || Integer.parseInt(size) > LARGEST) {
      throw UsersApi.invalid("page_size", "must be between 1 and " + LARGEST);
    }
    String order = query.getOrDefault("order", "asc");
    if (!List.of("asc", "desc").contains(order)) {
      throw UsersApi.invalid("order", "must be one of: asc, desc");
    }
    return new UserPage(
        Integer.parseInt(size),
        order,
        query.getOrDefault("name", ""),
        query.getOrDefault("cursor", ""));
  }

  /**
   * The page.
   *
   * @param all the application's users, oldest first
   * @param address of all users, which its links begin with
   */
  Json show(List<User> all, String address) {
    List<User> matching = new ArrayList<>(all);
    matching.removeIf(user -> !name.isEmpty() && !user.name().equals(name));
    if (order.equals("desc")) {
      Collections.reverse(matching);
    }
    int from = cursor.isEmpty() ? 0 : start(matching);
    int to = Math.min(matching.size(), from + size);
    List<User> shown = matching.subList(from, to);
    Map<String, Object> links = new LinkedHashMap<>();
    links.put("first", link(address, ""));
    links.put("self", link(address, cursor));
    if (from > 0 && from < to) {
      links.put("prev", link(address, encode("before " + shown.get(0).number())));
    }
    if (to < matching.size()) {
      links.put(
          "next", link(address, encode("after " + shown.get(shown.size() - 1).number())));
    }
    return Json.object(
        "page_size",
        size,
        "_embedded",
        Json.object(
            "users", Json.array(shown.stream().map(user -> user.view(address)).toList())),
        "_links",
        Json.of(links));
  }

  /** Where the page begins that the cursor asks for. */
  private int start(List<User> users) {
    Matcher place = decoded();
    boolean after = place.group(1).equals("after");
    long number = Long.parseLong(place.group(2));
    int before = 0;
    for (User user : users) {
      boolean earlier = order.equals("desc") ? user.number() > number : user.number() < number;
      if (earlier || (after && user.number() == number)) {
        before++;
      }
    }
    return after ? before : Math.max(0, before - size);
  }

  private Matcher decoded() {
    try {
      Matcher place =
          CURSOR.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
      if (place.matches()) {
        return place;
      }
    } catch (IllegalArgumentException malformed) {
      // Told below.
    }
    throw UsersApi.invalid("cursor", "must come from a link of a page");
  }

  private static String encode(String place) {
    return Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  private Json link(String address, String place) {
    String query = "?page_size=" + size + "&order=" + order
        + (name.isEmpty() ? "" : "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
        + (place.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(place, StandardCharsets.UTF_8));
    return Json.object("href", address + query);
  }
}
