package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.web.Problems.Invalid;
import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.List;

/** What the body of {@code POST /v1/calls} must be (domain: platform behaviour, section 4.1). */
final class NewCall {
  private NewCall() {}

  /** All that is wrong with it. */
  static List<Invalid> wrong(Application application, Json body) {
    List<Invalid> wrong = new ArrayList<>();
    if (!body.get("to").isArray() || body.get("to").items().size() != 1) {
      wrong.add(new Invalid("to", "must be an array of one endpoint"));
    } else if (NccoText.destination(body.get("to").get(0)).isEmpty()) {
      wrong.add(new Invalid("to", "must be a phone, sip, websocket, app or vbc endpoint"));
    } else if (Websockets.isOne(body.get("to").get(0))
        && !NccoText.isWebsocket(NccoText.destination(body.get("to").get(0)))) {
      wrong.add(new Invalid("to", "must have a ws or wss uri"));
    }
    boolean random = body.flag("random_from_number").orElse(false);
    if (random == body.has("from")) {
      wrong.add(new Invalid("from", "is required, unless random_from_number is true"));
    }
    if (body.has("ncco") == body.has("answer_url")) {
      wrong.add(new Invalid("ncco", "either ncco or answer_url is required"));
    }
    for (String url : List.of("answer_url", "event_url")) {
      if (body.has(url) && !isOneUrl(body.get(url))) {
        wrong.add(new Invalid(url, "must be an array of one http or https URL"));
      }
    }
    if (body.has("ncco")) {
      String problem = NccoText.of(body.get("ncco")).problem();
      if (!problem.isEmpty()) {
        wrong.add(new Invalid("ncco", problem));
      }
    }
    if (!body.has("event_url") && application.webhook("voice", "event_url").isEmpty()) {
      wrong.add(new Invalid("event_url", "is required, since the application has none"));
    }
    range(body, "ringing_timer", 1, 120, wrong);
    // The specification says 7200; the newest client allows a day.
    range(body, "length_timer", 1, 86_400, wrong);
    return wrong;
  }

  /** Adds a number that is outside its range. */
  static void range(Json body, String name, long least, long most, List<Invalid> wrong) {
    if (body.has(name)
        && body.integer(name).filter(value -> value >= least && value <= most).isEmpty()) {
      wrong.add(new Invalid(name, "must be between " + least + " and " + most));
    }
  }

  /** Whether it is an array of one URL, as the Voice API writes them. */
  static boolean isOneUrl(Json urls) {
    return urls.isArray()
        && urls.items().size() == 1
        && urls.get(0).text().filter(NccoText::isUrl).isPresent();
  }
}
