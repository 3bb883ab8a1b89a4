package dev.switchboard.sandbox.account;

import dev.switchboard.sandbox.store.Store;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.web.Api;
import dev.switchboard.sandbox.web.ApiRequest;
import dev.switchboard.sandbox.web.ApiResponse;
import dev.switchboard.sandbox.web.Problems;
import dev.switchboard.sandbox.web.Problems.Invalid;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The Application API, version 2 (domain: Application API). */
public final class ApplicationsApi implements Api {
  private static final String PATH = "/v2/applications";
  private static final String LIST =
      "https://developer.nexmo.com/api-errors/application#list-validation";
  private static final int PAGE_SIZE = 10;

  private final Loop loop;
  private final Store store;
  private final Account account;
  private final Applications applications;
  private final Numbers numbers;
  private final ApplicationRules rules;
  private final int largestPage;

  /** @param lenient whether to take what old clients send: {@code connection_timeout}, pages of up to 1,000 */
  public ApplicationsApi(
      Loop loop,
      Store store,
      Account account,
      Applications applications,
      Numbers numbers,
      boolean lenient) {
    this.loop = loop;
    this.store = store;
    this.account = account;
    this.applications = applications;
    this.numbers = numbers;
    this.rules = new ApplicationRules(lenient);
    this.largestPage = lenient ? 1000 : 100;
  }

  @Override
  public boolean owns(String path) {
    return path.equals(PATH) || path.startsWith(PATH + "/");
  }

  @Override
  public ApiResponse serve(ApiRequest request) {
    if (request.basic().filter(account::accepts).isEmpty()) {
      throw Problems.unauthorized();
    }
    requireAccept(request);
    List<String> segments = request.segments();
    if (segments.size() == 2) {
      return switch (request.method()) {
        case "GET" -> list(request);
        case "POST" -> create(request);
        default -> throw Problems.wrongVerb(request);
      };
    }
    String id = segments.get(2);
    if (segments.size() > 3) {
      throw Problems.notFound("Path", request.path());
    }
    return switch (request.method()) {
      case "GET" -> ApiResponse.json(200, loop.call(() -> linked(existing(id).view())));
      case "PUT" -> update(id, request);
      case "DELETE" -> delete(id);
      default -> throw Problems.wrongVerb(request);
    };
  }

  private ApiResponse list(ApiRequest request) {
    List<Invalid> wrong = new ArrayList<>();
    int size = whole(request, "page_size", PAGE_SIZE, largestPage, wrong);
    int page = whole(request, "page", 1, Integer.MAX_VALUE, wrong);
    if (!wrong.isEmpty()) {
      throw Problems.invalid(
          400, LIST, "Bad Request", "The request failed due to validation errors.", wrong);
    }
    List<Application> all = loop.call(applications::all);
    int pages = (all.size() + size - 1) / size;
    List<Json> shown = all.stream()
        .skip((long) (page - 1) * size)
        .limit(size)
        .map(application -> linked(application.view()))
        .toList();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("page_size", size);
    body.put("page", page);
    body.put("total_items", all.size());
    body.put("total_pages", pages);
    body.put("_embedded", Json.object("applications", Json.array(shown)));
    body.put("_links", pageLinks(size, page, Math.max(1, pages)));
    return ApiResponse.json(200, Json.of(body));
  }

  private static Json pageLinks(int size, int page, int pages) {
    Map<String, Object> links = new LinkedHashMap<>();
    links.put("self", pageLink(size, page));
    links.put("first", pageLink(size, 1));
    links.put("last", pageLink(size, pages));
    if (page < pages) {
      links.put("next", pageLink(size, page + 1));
    }
    if (page > 1) {
      links.put("prev", pageLink(size, Math.min(page - 1, pages)));
    }
    return Json.of(links);
  }

  private static Json pageLink(int size, int page) {
    return Json.object("href", PATH + "?page_size=" + size + "&page=" + page);
  }

  private static int whole(
      ApiRequest request, String name, int standard, int most, List<Invalid> wrong) {
    String text = request.query().get(name);
    if (text == null) {
      return standard;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= most) {
        return value;
      }
    } catch (NumberFormatException notWhole) {
      // Answered like a number out of range.
    }
    String range =
        most == Integer.MAX_VALUE ? "must be at least 1" : "must be between 1 and " + most;
    wrong.add(new Invalid(name, range));
    return standard;
  }

  private ApiResponse create(ApiRequest request) {
    Json body = rules.check(body(request));
    Optional<String> sent = body.get("keys").text("public_key");
    // Made outside the loop: a pair of keys takes a while.
    KeyPair generated = sent.isPresent() ? null : RsaKeys.generate();
    String publicKey = generated == null ? sent.orElseThrow() : RsaKeys.pem(generated.getPublic());
    Application application = new Application(
        UUID.randomUUID().toString(),
        body.required("name"),
        () -> publicKey,
        tree(body, "capabilities"),
        privacy(body));
    return loop.call(() -> {
      applications.save(application);
      store.commit();
      Map<String, Object> view = application.view();
      if (generated != null) {
        // The only time it is shown: the platform does not keep it.
        String privateKey = RsaKeys.pem(generated.getPrivate());
        view.put("keys", Json.object("public_key", publicKey, "private_key", privateKey));
      }
      return ApiResponse.json(201, linked(view));
    });
  }

  private ApiResponse update(String id, ApiRequest request) {
    loop.call(() -> existing(id));
    Json body = rules.check(body(request));
    return loop.call(() -> {
      Application present = existing(id);
      Application changed = new Application(
          id,
          body.required("name"),
          // Whether a PUT without keys clears them is an open question; keeping them is the safest
          // reading.
          body.get("keys")
              .text("public_key")
              .<Supplier<String>>map(pem -> () -> pem)
              .orElse(present.key()),
          tree(body, "capabilities"),
          privacy(body));
      applications.save(changed);
      store.commit();
      return ApiResponse.json(200, linked(changed.view()));
    });
  }

  private ApiResponse delete(String id) {
    return loop.call(() -> {
      existing(id);
      applications.remove(id);
      numbers.unlinkFrom(id);
      store.commit();
      return ApiResponse.empty(204);
    });
  }

  private Application existing(String id) {
    return applications.find(id).orElseThrow(() -> Problems.notFound("Application", id));
  }

  private static Json linked(Map<String, Object> view) {
    view.put("_links", Json.object("self", Json.object("href", PATH + "/" + view.get("id"))));
    return Json.of(view);
  }

  private static Json tree(Json body, String name) {
    return body.get(name).isObject() ? body.get(name) : Json.object();
  }

  private static Json privacy(Json body) {
    return body.get("privacy").has("improve_ai")
        ? body.get("privacy")
        : Json.object("improve_ai", true);
  }

  private static Json body(ApiRequest request) {
    return request.object(
        detail -> Problems.of(400, ApplicationRules.PAYLOAD, "Bad Request", detail));
  }

  private static void requireAccept(ApiRequest request) {
    Optional<String> accept = request.header("accept");
    boolean json = accept.isEmpty() || accept.get().isBlank();
    for (String range : accept.orElse("").split(",", -1)) {
      String type = range.split(";", 2)[0].strip();
      json |= type.equals("*/*")
          || type.equals("*")
          || type.equals("application/*")
          || type.endsWith("json");
    }
    if (!json) {
      throw Problems.notAcceptable();
    }
  }
}
