package dev.switchboard.provisioning;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The addresses of an adopted application: one base URL, and for each webhook a path of its own below it. */
final class AdoptedUrls {
  private static final Pattern ADDRESS =
      Pattern.compile("(https?://[^/?#@\\s\\\\]+)((?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)+)");
  private static final String RESERVED = "/_switchboard";

  private record UrlOwner(String capability, String kind) {}

  private final ObjectNode remote;
  private final String base;
  private final Unmanaged unmanaged;
  private final Map<String, UrlOwner> owners = new LinkedHashMap<>();

  AdoptedUrls(ObjectNode remote, Unmanaged unmanaged) {
    this.remote = remote;
    this.base = base(remote);
    this.unmanaged = unmanaged;
  }

  Optional<URI> baseUrl() {
    return Optional.of(base).filter(text -> !text.isEmpty()).map(URI::create);
  }

  /** Gives back the paths of a capability that stays unmanaged as a whole. */
  void release(String capability) {
    owners.values().removeIf(owner -> owner.capability().equals(capability));
  }

  /** The most frequent beginning of its addresses; of equals the first. */
  private static String base(ObjectNode remote) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (JsonNode capability : remote.path("capabilities")) {
      for (JsonNode webhook : capability.path("webhooks")) {
        Matcher address = ADDRESS.matcher(webhook.path("address").asString(""));
        if (address.matches()) {
          counts.merge(address.group(1), 1, Integer::sum);
        }
      }
    }
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (count.getValue() > most && isBase(count.getKey())) {
        best = count.getKey();
        most = count.getValue();
      }
    }
    return best;
  }

  private static boolean isBase(String text) {
    try {
      return URI.create(text).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The webhook of a kind, if it is set and a method can serve it. */
  Optional<AdoptedUrl> of(UrlKind kind) {
    List<String> at = List.of("capabilities", kind.capability(), "webhooks", kind.wireName());
    JsonNode webhook = Tree.at(remote, at);
    if (webhook.path("address").asString("").isEmpty()) {
      return Optional.empty();
    }
    String method = webhook.path("http_method").asString(kind.defaultMethod());
    if (!method.equals("POST") && !(method.equals("GET") && !kind.postOnly())) {
      unmanaged.because(
          at,
          "it is called by " + printable(method) + ", which is no method of " + kind.wireName());
      return Optional.empty();
    }
    return path(at, webhook)
        .map(path -> new AdoptedUrl(
            kind,
            "",
            path,
            method,
            timeout(
                kind,
                Tree.child(at, "connect_timeout"),
                UrlKind.SHORTEST_CONNECT,
                UrlKind.LONGEST_CONNECT),
            timeout(
                kind,
                Tree.child(at, "socket_timeout"),
                UrlKind.SHORTEST_SOCKET,
                kind.longestSocket())));
  }

  private static String printable(String method) {
    return method.matches("[A-Z]{1,10}") ? method : "something else";
  }

  private int timeout(UrlKind kind, List<String> at, int least, int most) {
    JsonNode time = Tree.at(remote, at);
    if (time.isMissingNode()) {
      return 0;
    }
    if (!kind.timed() || !time.isInt() || time.asInt() < least || time.asInt() > most) {
      unmanaged.because(
          at,
          kind.timed()
              ? "the platform's range is " + least + " to " + most
              : "there is no such time-out for it");
      return 0;
    }
    return time.asInt();
  }

  /** The path below the base URL, if the address is one and no other webhook has taken it. */
  Optional<String> path(List<String> at, JsonNode webhook) {
    String address = webhook.path("address").asString("");
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      unmanaged.because(at, "its address is more than a base URL and plain segments");
      return Optional.empty();
    }
    String path = parts.group(2);
    if (!parts.group(1).equals(base)) {
      unmanaged.because(at, "it lies elsewhere than " + base);
    } else if (path.equals(RESERVED) || path.startsWith(RESERVED + "/")) {
      unmanaged.because(at, RESERVED + " is reserved");
    } else {
      UrlOwner owner = owners.putIfAbsent(path, new UrlOwner(at.get(1), at.get(3)));
      if (owner == null) {
        return Optional.of(path);
      }
      unmanaged.because(
          at,
          "its path is that of " + owner.kind() + " of " + owner.capability()
              + ", and a router tells URLs apart by path");
    }
    return Optional.empty();
  }
}
