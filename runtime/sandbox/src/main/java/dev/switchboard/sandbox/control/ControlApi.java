package dev.switchboard.sandbox.control;

import dev.switchboard.sandbox.audio.Sound;
import dev.switchboard.sandbox.delivery.Deliveries;
import dev.switchboard.sandbox.fault.Fault;
import dev.switchboard.sandbox.fault.Faults;
import dev.switchboard.sandbox.message.Messages;
import dev.switchboard.sandbox.project.Project;
import dev.switchboard.sandbox.project.Projects;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.sandbox.transcript.Transcript;
import dev.switchboard.sandbox.voice.Calls;
import dev.switchboard.sandbox.voice.Phones;
import dev.switchboard.sandbox.web.Api;
import dev.switchboard.sandbox.web.ApiRequest;
import dev.switchboard.sandbox.web.ApiResponse;
import dev.switchboard.sandbox.web.Problems;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What no real platform offers, below {@code /sandbox}: people who call and write, a look at every webhook, faults, time.
 * Documented in {@code docs/sandbox.md}. A web page cannot use it: the host must be a loopback one, and a body must be JSON.
 */
public final class ControlApi implements Api {
  /** How long an answer may wait for what was asked to happen. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Loop loop;
  private final Calls calls;
  private final Messages messages;
  private final Deliveries deliveries;
  private final Faults faults;
  private final Phones phones;
  private final Projects projects;

  /** The API over a running sandbox. */
  public ControlApi(
      Loop loop,
      Calls calls,
      Messages messages,
      Deliveries deliveries,
      Faults faults,
      Phones phones,
      Projects projects) {
    this.loop = loop;
    this.calls = calls;
    this.messages = messages;
    this.deliveries = deliveries;
    this.faults = faults;
    this.phones = phones;
    this.projects = projects;
  }

  @Override
  public boolean owns(String path) {
    return path.equals("/sandbox") || path.startsWith("/sandbox/");
  }

  @Override
  public ApiResponse serve(ApiRequest request) {
    requireLocal(request);
    List<String> path = person(request.segments());
    String verb = request.method() + " " + (path.size() > 1 ? path.get(1) : "");
    try {
      return switch (verb + "/" + path.size()) {
        case "GET /1" ->
          ApiResponse.json(
              200,
              Json.object(
                  "sandbox",
                  "switchboard",
                  "time",
                  loop.now().toString(),
                  "virtual_time",
                  loop.isVirtual()));
        case "GET calls/2" -> ApiResponse.json(200, Json.array(loop.call(calls::all)));
        case "POST calls/2" -> call(body(request));
        case "GET calls/3" -> shown(path.get(2), 200, request);
        case "GET calls/4" -> sound(path.get(2), path.get(3), request);
        case "POST calls/4" ->
          path.get(3).equals("sound")
              ? speak(path.get(2), request)
              : steer(path.get(2), path.get(3), body(request), request);
        case "POST messages/2" -> message(body(request));
        case "GET messages/2" -> ApiResponse.json(200, Json.array(loop.call(messages::people)));
        case "GET messages/4" ->
          ApiResponse.json(
              200,
              loop.call(() -> messages.transcript(messages.person(path.get(2), path.get(3))))
                  .toJson());
        case "POST messages/4" -> status(path.get(2), path.get(3), body(request), request);
        case "GET webhooks/2" ->
          ApiResponse.json(
              200,
              Json.array(
                  loop.call(deliveries::latest).stream().map(Step::toJson).toList()));
        case "GET faults/2" -> ApiResponse.json(200, Json.array(faults.lines()));
        case "POST faults/2" -> fault(body(request));
        case "DELETE faults/2" -> {
          loop.call(faults::clear);
          yield ApiResponse.empty(204);
        }
        case "POST phones/3" -> phone(path.get(2), body(request));
        case "PUT projects/3" -> {
          Project project = Project.of(path.get(2), body(request));
          loop.call(() -> {
            projects.put(project);
            return project;
          });
          yield ApiResponse.empty(204);
        }
        case "POST clock/2" -> advance(body(request));
        default -> throw Problems.notFound("Path", request.method() + " " + request.path());
      };
    } catch (JsonException missing) {
      throw refused(
          400, "the body lacks \"" + missing.pointer().replaceFirst("^/", "") + "\" as text");
    } catch (IllegalArgumentException wrong) {
      throw refused(
          400, Objects.requireNonNullElse(wrong.getMessage(), "the request is malformed"));
    }
  }

  /** Messages of a person whose name holds slashes: the name is one segment. */
  private static List<String> person(List<String> path) {
    return path.size() > 4 && path.get(1).equals("messages")
        ? List.of(
            path.get(0), path.get(1), path.get(2), String.join("/", path.subList(3, path.size())))
        : path;
  }

  private ApiResponse call(Json body) {
    String uuid = loop.call(() -> calls.dial(body.required("from"), body.required("to")));
    settle(uuid, body);
    return view(uuid, 201);
  }

  private ApiResponse steer(String uuid, String action, Json body, ApiRequest request) {
    loop.call(() -> {
      if (calls.isOver(uuid) && !action.equals("hangup")) {
        throw refused(409, "the call is over");
      }
      switch (action) {
        case "press" -> calls.press(uuid, body.required("digits"));
        case "say" -> calls.say(uuid, body.required("text"));
        case "hangup" -> calls.hangUp(uuid);
        default -> throw Problems.notFound("Path", request.path());
      }
      return uuid;
    });
    settle(uuid, body);
    return view(uuid, 200);
  }

  /** The person makes the sound of a wav file; answered when it is made. */
  private ApiResponse speak(String uuid, ApiRequest request) {
    if (!request.isOfType("audio/wav")) {
      throw Problems.unsupportedType("audio/wav");
    }
    Sound sound = Sound.read(request.body());
    loop.call(() -> {
      if (calls.isOver(uuid)) {
        throw refused(409, "the call is over");
      }
      calls.speak(uuid, sound);
      return uuid;
    });
    loop.await(() -> !calls.isSpeaking(uuid), sound.duration().plus(LONGEST_WAIT));
    return view(uuid, 200);
  }

  /** What the person has heard from websockets, as a wav file. */
  private ApiResponse sound(String uuid, String what, ApiRequest request) {
    if (!what.equals("sound")) {
      throw Problems.notFound("Path", request.path());
    }
    return ApiResponse.of(200, "audio/wav", loop.call(() -> calls.heard(uuid)).toWav());
  }

  /** Waits until the call is over or waits for somebody, unless the caller does not want to. */
  private void settle(String uuid, Json body) {
    if (body.flag("wait").orElse(true)) {
      loop.await(
          () -> calls.isDone(uuid) || (calls.isHeard(uuid) && !calls.isOver(uuid)), LONGEST_WAIT);
    }
  }

  private ApiResponse shown(String uuid, int status, ApiRequest request) {
    loop.call(() -> calls.status(uuid));
    String wait = request.query().getOrDefault("steps_after", "");
    if (!wait.isEmpty()) {
      int known = Integer.parseInt(wait);
      loop.await(
          () -> calls.transcript(uuid).count() > known || calls.isDone(uuid),
          Duration.ofSeconds(10));
    }
    return view(uuid, status);
  }

  private ApiResponse view(String uuid, int status) {
    Json view = loop.call(() -> {
      Transcript transcript = calls.transcript(uuid);
      return Json.object(
          "uuid", uuid,
          "status", calls.status(uuid),
          "over", calls.isOver(uuid),
          "done", calls.isDone(uuid),
          "listens", calls.listens(uuid),
          "transcript", transcript.toJson());
    });
    return ApiResponse.json(status, view);
  }

  private ApiResponse message(Json body) {
    String channel = body.required("channel").toLowerCase(Locale.ROOT);
    Json content = body.has("message_type")
        ? body.without("channel", "from", "to", "wait")
        : Json.object("message_type", "text", "text", body.required("text"));
    String person = loop.call(() -> messages.person(channel, body.required("from")));
    String uuid = loop.call(() -> messages.receive(person, body.text("to").orElse(""), content));
    if (body.flag("wait").orElse(true)) {
      loop.await(() -> messages.isQuiet(person), LONGEST_WAIT);
    }
    Transcript transcript = loop.call(() -> messages.transcript(person));
    return ApiResponse.json(
        201, Json.object("message_uuid", uuid, "transcript", transcript.toJson()));
  }

  private ApiResponse status(String uuid, String what, Json body, ApiRequest request) {
    if (!what.equals("statuses")) {
      throw Problems.notFound("Path", request.path());
    }
    loop.call(() -> {
      messages.push(uuid, body.required("status"), body.text("code").orElse("1330"));
      return uuid;
    });
    return ApiResponse.empty(202);
  }

  private ApiResponse fault(Json body) {
    int times = whole(body, "times", 1);
    // On the loop, so that it is kept before anybody is told of it; so are the others below.
    loop.call(
        () -> faults.add(body.required("target"), Fault.parse(body.required("fault")), times));
    return ApiResponse.json(201, Json.array(faults.lines()));
  }

  private static int whole(Json body, String name, int standard) {
    if (!body.has(name)) {
      return standard;
    }
    return body.integer(name)
        .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
        .orElseThrow(
            () -> refused(400, name + " is a whole number of at most " + Integer.MAX_VALUE))
        .intValue();
  }

  private ApiResponse phone(String number, Json body) {
    String status = body.required("status");
    if (!List.of("answered", "busy", "rejected", "timeout", "unanswered", "failed")
        .contains(status)) {
      throw refused(400, "status is answered, busy, rejected, timeout, unanswered or failed");
    }
    for (String time : List.of("after", "beep")) {
      if (body.has(time)
          && body.seconds(time).filter(seconds -> !seconds.isNegative()).isEmpty()) {
        throw refused(400, "after and beep are seconds from then on, and not negative");
      }
    }
    Phones.Behaviour behaviour = new Phones.Behaviour(
        status,
        body.seconds("after").orElse(Duration.ZERO),
        body.flag("machine").orElse(false),
        body.seconds("beep"));
    loop.call(() -> {
      phones.set(number, behaviour);
      return number;
    });
    return ApiResponse.empty(204);
  }

  private ApiResponse advance(Json body) {
    if (!loop.isVirtual()) {
      throw refused(409, "time is real here; start the sandbox with virtual time to move it");
    }
    try {
      loop.advance(Duration.parse(body.required("advance")));
    } catch (DateTimeParseException malformed) {
      throw refused(400, "write a time such as PT3S or PT24H");
    }
    return ApiResponse.json(200, Json.object("time", loop.now().toString()));
  }

  private static Json body(ApiRequest request) {
    return request.object(detail -> refused(400, detail));
  }

  /** A name that a stranger's page resolved to this machine is no loopback name. */
  private static void requireLocal(ApiRequest request) {
    String host = request.header("host").orElse("").replaceFirst(":[0-9]+$", "");
    if (!List.of("127.0.0.1", "localhost", "[::1]").contains(host)) {
      throw Problems.forbidden("The sandbox is controlled from this machine only.");
    }
  }

  private static RuntimeException refused(int status, String detail) {
    return Problems.of(status, "about:blank", status == 409 ? "Conflict" : "Bad Request", detail);
  }
}
