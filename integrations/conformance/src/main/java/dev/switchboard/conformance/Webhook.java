package dev.switchboard.conformance;

import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.WebhookSigner;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A webhook to send, with exactly these bytes. Immutable. */
@SuppressWarnings("ArrayRecordComponent") // never handed out of the kit
record Webhook(String method, String path, String query, List<String> headers, byte[] body) {
  static final String SECRET = "conformance-signature-secret";

  private static final WebhookSigner SIGNER = WebhookSigner.of(SECRET);

  /** A signed GET of a target as it is written. */
  static Webhook get(String target) {
    return new Webhook("GET", pathOf(target), queryOf(target), List.of(), new byte[0]).signed();
  }

  /** A signed POST of JSON. */
  static Webhook post(String target, String body) {
    return post(target, body.getBytes(StandardCharsets.UTF_8));
  }

  static Webhook post(String target, byte[] body) {
    return new Webhook("POST", pathOf(target), queryOf(target), List.of(), body)
        .signed()
        .header("Content-Type: application/json");
  }

  /** A request of any method without token and body. */
  static Webhook bare(String method, String target) {
    return new Webhook(method, pathOf(target), queryOf(target), List.of(), new byte[0]);
  }

  private Webhook signed() {
    String token = SIGNER.token(WebhookRequest.of(method, path, query, Map.of(), body));
    return header("Authorization: Bearer " + token);
  }

  Webhook header(String line) {
    List<String> more = new ArrayList<>(headers);
    more.add(line);
    return new Webhook(method, path, query, List.copyOf(more), body);
  }

  /** The same without some header. */
  Webhook without(String name) {
    return new Webhook(
        method,
        path,
        query,
        headers.stream().filter(line -> !line.startsWith(name + ':')).toList(),
        body);
  }

  /** The same token on another query: what a forger sends. */
  Webhook withQuery(String other) {
    return new Webhook(method, path, other, headers, body);
  }

  /** The same token on another body. */
  Webhook withBody(String other) {
    return new Webhook(method, path, query, headers, other.getBytes(StandardCharsets.UTF_8));
  }

  /** Request line and headers, the empty line included. */
  String head(URI server, String framing) {
    String target = server.getRawPath() + path + (query.isEmpty() ? "" : '?' + query);
    StringBuilder text =
        new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    if (headers.stream().noneMatch(line -> line.startsWith("Host:"))) {
      text.append("Host: ").append(server.getAuthority()).append("\r\n");
    }
    headers.forEach(line -> text.append(line).append("\r\n"));
    if (!framing.isEmpty()) {
      text.append(framing).append("\r\n");
    }
    return text.append("\r\n").toString();
  }

  /** Head with {@code Content-Length} where the method has a body. */
  String head(URI server) {
    return head(
        server, body.length > 0 || method.equals("POST") ? "Content-Length: " + body.length : "");
  }

  void sendOn(Wire wire, URI server) throws IOException {
    byte[] head = head(server).getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[head.length + body.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    wire.send(whole);
  }

  private static String pathOf(String target) {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  private static String queryOf(String target) {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }
}
