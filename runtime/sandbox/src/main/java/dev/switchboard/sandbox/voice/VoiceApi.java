package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.account.Tokens;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.web.Api;
import dev.switchboard.sandbox.web.ApiRequest;
import dev.switchboard.sandbox.web.ApiResponse;
import dev.switchboard.sandbox.web.Problems;
import dev.switchboard.sandbox.web.Problems.Invalid;
import dev.switchboard.sandbox.web.Refusal;
import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Voice API, version 1 (domain: platform behaviour, section 4). */
public final class VoiceApi implements Api {
  private static final String CALLS = "/v1/calls";
  private static final String INVALID = "https://developer.vonage.com/api-errors#invalid-params";
  private static final int PAGE_SIZE = 10;
  private static final int LARGEST_PAGE = 100;

  private final Loop loop;
  private final Tokens tokens;
  private final Calls calls;

  /** The API over the account's calls. */
  public VoiceApi(Loop loop, Tokens tokens, Calls calls) {
    this.loop = loop;
    this.tokens = tokens;
    this.calls = calls;
  }

  @Override
  public boolean owns(String path) {
    return path.equals(CALLS) || path.startsWith(CALLS + "/");
  }

  @Override
  public ApiResponse serve(ApiRequest request) {
    Application application = tokens.require(request);
    List<String> path = request.segments();
    boolean creates = path.size() == 2 && request.method().equals("POST");
    if (!loop.call(() -> creates ? calls.limits().allowsCall() : calls.limits().allowsRequest())) {
      throw Problems.tooMany();
    }
    if (path.size() == 2) {
      return switch (request.method()) {
        case "GET" -> list(application, request.query());
        case "POST" -> create(application, body(request));
        default -> throw Problems.wrongVerb(request);
      };
    }
    String uuid = path.get(2);
    Leg leg = loop.call(() ->
        calls.legs().of(uuid, application.id()).orElseThrow(() -> Problems.notFound("Call", uuid)));
    String control = request.method()
        + (path.size() > 3 ? " " + String.join("/", path.subList(3, path.size())) : "");
    return switch (control) {
      case "GET" -> ApiResponse.json(200, loop.call(() -> CallRecords.of(leg)));
      case "PUT" -> modify(leg, body(request));
      case "PUT talk" -> play(leg, "talk", body(request), "text", "Talk started");
      case "PUT stream" -> play(leg, "stream", body(request), "stream_url", "Stream started");
      case "DELETE talk" -> stop(leg, "talk", "Talk stopped");
      case "DELETE stream" -> stop(leg, "stream", "Stream stopped");
      case "PUT dtmf" -> {
        String digits = text(body(request), "digits");
        steer(leg, () -> calls.control().sendTones(leg, digits));
        yield done(uuid, "DTMF sent");
      }
      case "PUT input/dtmf" -> {
        Json url = body(request).get("event_url");
        if (!NewCall.isOneUrl(url)) {
          throw invalid(
              List.of(new Invalid("event_url", "must be an array of one http or https URL")));
        }
        steer(leg, () -> calls.control().listen(leg, url.get(0).text().map(URI::create)));
        yield ApiResponse.empty(200);
      }
      case "DELETE input/dtmf" -> {
        steer(leg, () -> calls.control().listen(leg, Optional.empty()));
        yield ApiResponse.empty(204);
      }
      default -> throw Problems.wrongVerb(request);
    };
  }

  private ApiResponse create(Application application, Json body) {
    List<Invalid> wrong = NewCall.wrong(application, body);
    if (!wrong.isEmpty()) {
      throw invalid(wrong);
    }
    return ApiResponse.json(201, loop.call(() -> {
      Leg leg = calls.place(application, body);
      return Json.object(
          "uuid", leg.uuid,
          "status", "started",
          "direction", leg.direction,
          "conversation_uuid", leg.conversation.uuid);
    }));
  }

  private ApiResponse list(Application application, Map<String, String> query) {
    int size = whole(query, "page_size", PAGE_SIZE, 1, LARGEST_PAGE);
    int index = whole(query, "record_index", 0, 0, Integer.MAX_VALUE);
    List<Json> all = new ArrayList<>(loop.call(() -> calls.records().of(application.id())));
    all.removeIf(call -> !matches(call, query, "status")
        || !matches(call, query, "conversation_uuid")
        || before(call, query.get("date_start"))
        || after(call, query.get("date_end")));
    if ("desc".equals(query.get("order"))) {
      Collections.reverse(all);
    }
    List<Json> shown = all.stream().skip(index).limit(size).toList();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("count", all.size());
    body.put("page_size", size);
    body.put("record_index", index);
    body.put("_embedded", Json.object("calls", Json.array(shown)));
    body.put("_links", links(size, index, all.size()));
    return ApiResponse.json(200, Json.of(body));
  }

  /** Clients go from page to page for as long as there is a next one. */
  private Json links(int size, int index, int count) {
    Map<String, Object> links = new LinkedHashMap<>();
    links.put("self", link(size, index));
    links.put("first", link(size, 0));
    links.put("last", link(size, count == 0 ? 0 : (count - 1) / size * size));
    if (index > 0) {
      links.put("prev", link(size, Math.max(0, index - size)));
    }
    if (index + size < count) {
      links.put("next", link(size, index + size));
    }
    return Json.of(links);
  }

  private Json link(int size, int index) {
    return Json.object(
        "href", calls.host() + CALLS + "?page_size=" + size + "&record_index=" + index);
  }

  private static boolean matches(Json call, Map<String, String> query, String name) {
    String wanted = query.get(name);
    return wanted == null || call.text(name).equals(Optional.of(wanted));
  }

  private static boolean before(Json call, @Nullable String date) {
    return date != null
        && call.text("start_time").map(start -> start.compareTo(date) < 0).orElse(true);
  }

  private static boolean after(Json call, @Nullable String date) {
    return date != null
        && call.text("start_time").map(start -> start.compareTo(date) > 0).orElse(true);
  }

  private ApiResponse modify(Leg leg, Json body) {
    String action = text(body, "action");
    Control control = calls.control();
    steer(leg, () -> {
      switch (action) {
        case "hangup" -> control.hangUp(leg);
        case "mute", "unmute" -> control.mute(leg, action.equals("mute"));
        case "earmuff", "unearmuff" -> control.earmuff(leg, action.equals("earmuff"));
        case "transfer" -> transfer(leg, body.get("destination"));
        default ->
          throw invalid(List.of(new Invalid(
              "action", "must be one of: hangup, mute, unmute, earmuff, unearmuff, transfer")));
      }
    });
    return ApiResponse.empty(204);
  }

  private void transfer(Leg leg, Json destination) {
    if (destination.has("ncco")) {
      NccoText.Reading reading = NccoText.of(destination.get("ncco"));
      List<Json> actions = reading
          .actions()
          .orElseThrow(() -> invalid(List.of(new Invalid("destination.ncco", reading.problem()))));
      calls.control().run(leg, actions);
    } else if (NewCall.isOneUrl(destination.get("url"))) {
      calls.control().fetch(leg, URI.create(destination.get("url").get(0).text().orElse("")));
    } else {
      throw invalid(List.of(new Invalid("destination", "must have ncco, or url with one URL")));
    }
  }

  private ApiResponse play(Leg leg, String what, Json body, String required, String message) {
    String sound = what.equals("talk")
        ? text(body, required)
        : body.get(required).get(0).text().orElse("");
    if (sound.isEmpty()) {
      throw invalid(List.of(new Invalid(required, "is required")));
    }
    List<Invalid> wrong = new ArrayList<>();
    NewCall.range(body, "loop", 0, Integer.MAX_VALUE, wrong);
    if (body.has("level")
        && body.decimal("level")
            .filter(level -> level.abs().compareTo(BigDecimal.ONE) <= 0)
            .isEmpty()) {
      wrong.add(new Invalid("level", "must be between -1 and 1"));
    }
    if (!wrong.isEmpty()) {
      throw invalid(wrong);
    }
    long loops = body.integer("loop").orElse(1L);
    steer(leg, () -> calls.control().play(leg, what, sound, loops));
    return done(leg.uuid, message);
  }

  private ApiResponse stop(Leg leg, String what, String message) {
    steer(leg, () -> calls.control().stop(leg, what));
    return done(leg.uuid, message);
  }

  /** Does something to a leg, unless it has ended. */
  private void steer(Leg leg, Runnable what) {
    loop.call(() -> {
      if (leg.isOver()) {
        throw Problems.notFound("Running call", leg.uuid);
      }
      what.run();
      return leg.uuid;
    });
  }

  private static ApiResponse done(String uuid, String message) {
    return ApiResponse.json(200, Json.object("message", message, "uuid", uuid));
  }

  private static int whole(
      Map<String, String> query, String name, int standard, int least, int most) {
    String text = query.getOrDefault(name, Integer.toString(standard));
    if (text.matches("[0-9]{1,9}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    throw invalid(List.of(new Invalid(name, "must be a whole number of at least " + least)));
  }

  private static String text(Json body, String name) {
    return body.text(name)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> invalid(List.of(new Invalid(name, "is required"))));
  }

  private static Refusal invalid(List<Invalid> wrong) {
    return Problems.invalid(
        400, INVALID, "Bad Request", "The request failed due to validation errors.", wrong);
  }

  private static Json body(ApiRequest request) {
    return request.object(detail -> Problems.of(400, INVALID, "Bad Request", detail));
  }
}
