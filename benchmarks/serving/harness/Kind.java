import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.WebhookSigner;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntFunction;

/** The webhooks that are sent: as the platform writes them, each signed one with a token of its own. */
enum Kind {
  ANSWER(false),
  EVENT(false),
  SIGNED_ANSWER(true),
  SIGNED_EVENT(true);

  static final String SECRET = "a signature secret long enough for every library here";

  static final String EVENT_BODY =
      "{\"headers\":{},\"end_time\":\"2026-01-31T12:01:00.000Z\",\"uuid\":\"0a1b2c3d4e5f60718293a4b5c6d7e8f9\","
          + "\"network\":\"GB-FIXED\",\"duration\":\"60\",\"start_time\":\"2026-01-31T12:00:00.000Z\",\"rate\":\"0.00450000\","
          + "\"price\":\"0.00450000\",\"from\":\"447700900000\",\"to\":\"447700900001\","
          + "\"conversation_uuid\":\"CON-11111111-2222-3333-4444-555555555555\",\"status\":\"completed\","
          + "\"direction\":\"inbound\",\"timestamp\":\"2026-01-31T12:01:00.100Z\"}";

  static final String ANSWER_QUERY =
      "from=447700900000&to=447700900001&uuid=0a1b2c3d4e5f60718293a4b5c6d7e8f9"
          + "&conversation_uuid=CON-11111111-2222-3333-4444-555555555555&region_url=https%3A%2F%2Fapi-eu-1.nexmo.com";

  final boolean signed;

  Kind(boolean signed) {
    this.signed = signed;
  }

  boolean answers() {
    return this == ANSWER || this == SIGNED_ANSWER;
  }

  /** Requests by their number; signed ones are minted before time is taken, so that no client costs more than another. */
  IntFunction<byte[]> requests(int most) {
    if (!signed) {
      byte[] request = bytes(null);
      return number -> request;
    }
    WebhookSigner signer = WebhookSigner.of(SECRET);
    byte[][] requests = new byte[most][];
    for (int i = 0; i < most; i++) {
      WebhookRequest unsigned = answers()
          ? WebhookRequest.get("/webhooks/answer?" + ANSWER_QUERY, Map.of())
          : WebhookRequest.post("/webhooks/event", EVENT_BODY);
      requests[i] = bytes(signer.sign(unsigned).header("Authorization").orElseThrow());
    }
    return number -> requests[number];
  }

  private byte[] bytes(String authorization) {
    StringBuilder head = new StringBuilder()
        .append(answers() ? "GET /webhooks/answer?" + ANSWER_QUERY : "POST /webhooks/event")
        .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    if (authorization != null) {
      head.append("Authorization: ").append(authorization).append("\r\n");
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    if (answers()) {
      request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    } else {
      byte[] body = EVENT_BODY.getBytes(StandardCharsets.UTF_8);
      head.append("Content-Type: application/json\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
      request.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
      request.writeBytes(body);
    }
    return request.toByteArray();
  }
}
