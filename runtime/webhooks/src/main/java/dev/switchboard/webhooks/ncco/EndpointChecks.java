package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks whom a {@code connect} connects. */
final class EndpointChecks {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{7,15}");
  private static final Pattern KEYS = Pattern.compile("[0-9*#p]+");

  private static final Map<String, OptionTable> TYPES = Map.of(
      "phone",
      typed("a phone")
          .required("number", EndpointChecks::number)
          .option(
              "dtmfAnswer",
              Shapes.matching(keys -> KEYS.matcher(keys).matches(), "made of 0 to 9, *, # and p"))
          .option(
              "onAnswer",
              Shapes.object(new OptionTable("onAnswer")
                  .required("url", Shapes::webUrl)
                  .option("ringbackTone", Shapes::webUrl)
                  .option("ringback", Shapes.obsolete("Call it ringbackTone.")))),
      "app",
      typed("an app").required("user", Shapes::filled),
      "websocket",
      typed("a websocket")
          .required("uri", Shapes.url("ws", "wss"))
          .option(
              "content-type",
              Shapes.oneOf("audio/l16;rate=8000", "audio/l16;rate=16000", "audio/l16;rate=24000"))
          .option("headers", EndpointChecks::websocketHeaders)
          .option("authorization", EndpointChecks::authorization),
      "sip",
      typed("a SIP endpoint")
          .option(
              "uri",
              Shapes.matching(
                  uri -> Options.hasScheme(uri, "sip") || Options.hasScheme(uri, "sips"),
                  "a sip or sips URI"))
          .option("domain", Shapes::filled)
          .option("user", Shapes::filled)
          .option("headers", Shapes::object)
          .option("standardHeaders", EndpointChecks::standardHeaders),
      "vbc",
      typed("a VBC endpoint").required("extension", Shapes::filled));

  private EndpointChecks() {}

  /** Checks the option and everything in it. */
  static void check(Json endpoints, String pointer, Findings findings) {
    int count = endpoints.items().size();
    if (count != 1) {
      findings.error(
          Rule.ONE_ENDPOINT,
          pointer,
          endpoints.isArray()
              ? "These are " + count + " endpoints; a connect takes exactly one."
              : "This should be an array of one endpoint.",
          count > 1
              ? "Write one connect after the other; they ring in turn."
              : "Name one endpoint in square brackets.");
    }
    for (int i = 0; i < count; i++) {
      endpoint(endpoints.get(i), pointer + '/' + i, findings);
    }
  }

  private static void endpoint(Json endpoint, String pointer, Findings findings) {
    if (!endpoint.isObject()) {
      findings.error(Rule.TYPE, pointer, "This should be an object.", "Write {...}.");
      return;
    }
    String type = endpoint.text("type").orElse(null);
    OptionTable options = type == null ? null : TYPES.get(type);
    if (options == null) {
      findings.error(
          type == null ? Rule.REQUIRED : Rule.VALUE,
          type == null ? pointer : pointer + "/type",
          type == null
              ? "The option type of an endpoint is missing."
              : "This version knows no such type of endpoint.",
          "Give phone, app, websocket, sip or vbc.");
      return;
    }
    options.check(endpoint, pointer, findings);
    if (type != null && type.equals("sip")) {
      sip(endpoint, pointer, findings);
    }
  }

  private static void sip(Json sip, String pointer, Findings findings) {
    if (sip.has("uri") && (sip.has("domain") || sip.has("user"))) {
      findings.error(
          Rule.ENDPOINT_OPTIONS,
          pointer + "/uri",
          "An address excludes a trunk's domain and user.",
          "Give the one or the other.");
    } else if (sip.has("user") && !sip.has("domain")) {
      findings.error(
          Rule.ENDPOINT_OPTIONS,
          pointer + "/user",
          "A user needs the domain of its trunk.",
          "Set domain as well.");
    } else if (!sip.has("uri") && !sip.has("domain")) {
      findings.error(
          Rule.REQUIRED,
          pointer,
          "A SIP endpoint needs an address or a trunk.",
          "Set uri, or domain.");
    }
  }

  private static void number(Json value, String pointer, Findings findings) {
    Shapes.text(value, pointer, findings);
    String number = value.text().orElse("");
    if (number.startsWith("+") && NUMBER.matcher(number.substring(1)).matches()) {
      findings.warning(
          Rule.VALUE, pointer, "The number begins with a plus.", "Leave out the plus.");
    } else if (value.text().isPresent() && !NUMBER.matcher(number).matches()) {
      findings.error(
          Rule.VALUE,
          pointer,
          "A number has 7 to 15 digits and nothing else.",
          "Give it as in E.164, without a plus.");
    }
  }

  private static void websocketHeaders(Json value, String pointer, Findings findings) {
    Shapes.object(value, pointer, findings);
    int bytes = value.writeBytes().length;
    if (!Range.WEBSOCKET_HEADERS.contains(BigDecimal.valueOf(bytes))) {
      findings.error(
          Rule.WEBSOCKET_HEADERS,
          pointer,
          "These are " + bytes + " bytes of JSON, and the platform takes 512.",
          "Send an id, and let the server look up the rest.");
    }
  }

  private static void authorization(Json value, String pointer, Findings findings) {
    boolean custom = value.text("type").orElse("").equals("custom");
    OptionTable options =
        new OptionTable("authorization").required("type", Shapes.oneOf("vonage", "custom"));
    OptionTable.Shape secret = Shapes.matching(
        WebsocketEndpoint::isAuthorization, "1 to 8191 printable characters of ASCII");
    Shapes.object(custom ? options.required("value", secret) : options.option("value", secret))
        .check(value, pointer, findings);
  }

  private static void standardHeaders(Json value, String pointer, Findings findings) {
    Shapes.object(value, pointer, findings);
    for (String name : value.names()) {
      if (!name.equals("User-to-User")) {
        findings.error(
            Rule.VALUE,
            pointer,
            "The only standard header is User-to-User.",
            "Put others into headers; they are sent with X- before the name.");
      }
    }
  }

  private static OptionTable typed(String owner) {
    return new OptionTable(owner).option("type", Shapes::any);
  }
}
