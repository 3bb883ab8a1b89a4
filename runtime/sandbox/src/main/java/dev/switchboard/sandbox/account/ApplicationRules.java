package dev.switchboard.sandbox.account;

import dev.switchboard.sandbox.account.Shape.Anything;
import dev.switchboard.sandbox.account.Shape.Flag;
import dev.switchboard.sandbox.account.Shape.Items;
import dev.switchboard.sandbox.account.Shape.Members;
import dev.switchboard.sandbox.account.Shape.Text;
import dev.switchboard.sandbox.account.Shape.UnknownMember;
import dev.switchboard.sandbox.account.Shape.Whole;
import dev.switchboard.sandbox.web.Problems;
import dev.switchboard.sandbox.web.Problems.Invalid;
import dev.switchboard.sandbox.web.Refusal;
import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the Application API takes as a body (domain: Application API, sections 3 to 5). Capabilities of products that are
 * not emulated (video, meetings, network APIs) are kept as they come, since a client must be able to read them back; so is
 * a public key that is none, with which no token will ever verify.
 */
final class ApplicationRules {
  static final String PAYLOAD =
      "https://developer.nexmo.com/api-errors/application#payload-validation";

  private static final Shape TEXT = new Text(List.of());
  private static final Shape FLAG = new Flag();
  private static final Shape ANYTHING = new Anything();

  private static final Members VOICE = Members.of(
      "webhooks",
      webhooks("voice", "answer_url", "fallback_answer_url", "event_url"),
      "signed_callbacks",
      FLAG,
      "conversations_ttl",
      new Whole(0, 744),
      "leg_persistence_time",
      new Whole(0, 31),
      "region",
      new Text(List.of("na-east", "na-west", "eu-east", "eu-west", "apac-sng", "apac-australia")),
      "payment_enabled",
      FLAG,
      "payments",
      Members.of("gateways", new Items(ANYTHING)));

  private static final Members CAPABILITIES = Members.of(
      "voice", VOICE,
      "messages",
          Members.of(
              "webhooks",
              webhooks("messages", "inbound_url", "status_url"),
              "version",
              new Text(List.of("v0.1", "v1")),
              "authenticate_inbound_media",
              FLAG),
      "rtc",
          Members.of(
              "webhooks",
              webhooks("rtc", "event_url"),
              "signed_callbacks",
              FLAG,
              "leg_persistence_time",
              new Whole(0, 31)),
      "vbc", Members.of(),
      "verify",
          Members.of(
              "webhooks", webhooks("verify", "status_url"), "version", new Text(List.of("v2"))),
      "video", ANYTHING,
      "network_apis", Members.of("redirect_uri", TEXT, "network_application_id", TEXT),
      "meetings", ANYTHING);

  private static final Members APPLICATION = Members.of(
      "id", ANYTHING,
      "name", TEXT,
      "keys", Members.of("public_key", TEXT, "private_key", ANYTHING),
      "capabilities", CAPABILITIES,
      "privacy", Members.of("improve_ai", FLAG),
      "_links", ANYTHING);

  private final boolean lenient;

  ApplicationRules(boolean lenient) {
    this.lenient = lenient;
  }

  /**
   * The body, if the platform would take it.
   *
   * @throws Refusal as the platform words it, when it would not
   */
  Json check(Json sent) {
    Json body = lenient ? withConnectTimeout(sent) : sent;
    if (!body.isObject()) {
      throw invalid(List.of(new Invalid("", "must be an object")));
    }
    try {
      APPLICATION.requireKnown(body);
    } catch (UnknownMember unknown) {
      throw Problems.of(400, PAYLOAD, "Bad Request", unknown.detail());
    }
    List<Invalid> wrong = new ArrayList<>();
    if (body.text("name").filter(name -> !name.isBlank()).isEmpty()) {
      wrong.add(new Invalid("name", "is required"));
    }
    APPLICATION.check("", body, wrong);
    if (!wrong.isEmpty()) {
      throw invalid(wrong);
    }
    return body;
  }

  private static Refusal invalid(List<Invalid> wrong) {
    return Problems.invalid(
        400, PAYLOAD, "Bad Request", "The request failed due to validation errors.", wrong);
  }

  private static Members webhooks(String capability, String... kinds) {
    Map<String, Shape> members = new LinkedHashMap<>();
    for (String kind : kinds) {
      WebhookKind rules = WebhookKind.of(capability, kind);
      Map<String, Shape> fields = new LinkedHashMap<>();
      fields.put("http_method", new Text(rules.methods()));
      // No source says that a text which is no URL is refused; it just cannot be called.
      fields.put("address", TEXT);
      if (rules.hasTimeouts()) {
        fields.put("socket_timeout", new Whole(WebhookKind.SHORTEST_READ, rules.longestRead()));
        fields.put(
            "connect_timeout",
            new Whole(WebhookKind.SHORTEST_CONNECT, WebhookKind.LONGEST_CONNECT));
      }
      members.put(kind, new Members(fields));
    }
    return new Members(members);
  }

  /** The old name of the time-out, which clients of before 2025 still send. */
  private static Json withConnectTimeout(Json body) {
    Json voice = body.get("capabilities").get("voice");
    Json webhooks = voice.get("webhooks");
    for (String kind : webhooks.names()) {
      Json webhook = webhooks.get(kind);
      if (webhook.has("connection_timeout")) {
        Json mapped = webhook
            .without("connection_timeout")
            .with("connect_timeout", webhook.get("connection_timeout"));
        webhooks = webhooks.with(kind, mapped);
      }
    }
    return webhooks.isMissing() || webhooks.equals(voice.get("webhooks"))
        ? body
        : body.with(
            "capabilities",
            body.get("capabilities").with("voice", voice.with("webhooks", webhooks)));
  }
}
