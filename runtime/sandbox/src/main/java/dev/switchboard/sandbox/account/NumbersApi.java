package dev.switchboard.sandbox.account;

import dev.switchboard.sandbox.store.Store;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.web.Api;
import dev.switchboard.sandbox.web.ApiRequest;
import dev.switchboard.sandbox.web.ApiRequest.Credentials;
import dev.switchboard.sandbox.web.ApiResponse;
import dev.switchboard.sandbox.web.Refusal;
import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The Numbers API (domain: Numbers API). Reads are GETs, writes are posted forms. */
public final class NumbersApi implements Api {
  private static final int PAGE_SIZE = 10;
  private static final int LARGEST_PAGE = 100;
  private static final String MONTHLY_COST = "0.90";

  private final Loop loop;
  private final Store store;
  private final Account account;
  private final Numbers numbers;
  private final Applications applications;

  /** The API over the account's numbers. */
  public NumbersApi(
      Loop loop, Store store, Account account, Numbers numbers, Applications applications) {
    this.loop = loop;
    this.store = store;
    this.account = account;
    this.numbers = numbers;
    this.applications = applications;
  }

  @Override
  public boolean owns(String path) {
    return path.equals("/account/numbers") || path.startsWith("/number/");
  }

  @Override
  public ApiResponse serve(ApiRequest request) {
    Map<String, String> parameters = parameters(request);
    if (credentials(request, parameters).filter(account::accepts).isEmpty()) {
      throw refusal(401, "authentication failed");
    }
    String expected =
        request.path().equals("/account/numbers") || request.path().equals("/number/search")
            ? "GET"
            : "POST";
    if (!request.method().equals(expected)) {
      throw refusal(405, "method not allowed");
    }
    return switch (request.path()) {
      case "/account/numbers" -> list(parameters);
      case "/number/search" -> search(parameters);
      case "/number/buy" -> write(parameters, this::buy);
      case "/number/cancel" -> write(parameters, this::cancel);
      case "/number/update" -> write(parameters, this::update);
      default -> throw refusal(404, "not found");
    };
  }

  private ApiResponse list(Map<String, String> query) {
    Optional<String> application = value(query, "application_id");
    Optional<String> linked = value(query, "has_application");
    List<PhoneNumber> matching = loop.call(numbers::owned).stream()
        .filter(each -> matches(each, query))
        .filter(each -> application.isEmpty() || application.equals(each.setting("app_id")))
        .filter(each -> linked.isEmpty()
            || Boolean.parseBoolean(linked.get()) == each.setting("app_id").isPresent())
        .toList();
    return page(matching.stream().map(PhoneNumber::view).toList(), query);
  }

  private ApiResponse search(Map<String, String> query) {
    String country = required(query, "country");
    List<String> features =
        value(query, "features").map(text -> List.of(text.split(",", -1))).orElse(List.of());
    Optional<String> type = value(query, "type");
    List<Map<String, Object>> matching = loop.call(() -> numbers.available(country)).stream()
        .filter(each -> matches(each, query))
        .filter(each -> each.features().containsAll(features))
        .filter(each -> type.isEmpty() || type.get().equals(each.type()))
        .map(each -> {
          Map<String, Object> view = each.view();
          view.put("cost", MONTHLY_COST);
          view.put("initialPrice", MONTHLY_COST);
          return view;
        })
        .toList();
    return page(matching, query);
  }

  private void buy(Map<String, String> form) {
    String country = required(form, "country");
    String msisdn = required(form, "msisdn");
    PhoneNumber number = numbers.available(country).stream()
        .filter(each -> each.msisdn().equals(msisdn))
        .findFirst()
        .orElseThrow(() -> refusal(420, "method failed"));
    numbers.save(number);
  }

  private void cancel(Map<String, String> form) {
    numbers.remove(owned(form).msisdn());
  }

  /** Replaces every setting, so that what is not sent is cleared. */
  private void update(Map<String, String> form) {
    PhoneNumber number = owned(form);
    Map<String, String> settings = new LinkedHashMap<>();
    PhoneNumber.SETTINGS.forEach(
        name -> value(form, name).ifPresent(value -> settings.put(name, value)));
    requireApplication(settings.get("app_id"));
    for (String old : List.of("voiceCallback", "messagesCallback")) {
      if ("app".equals(settings.get(old + "Type"))) {
        requireApplication(settings.get(old + "Value"));
      }
    }
    String type = settings.get("voiceCallbackType");
    if (type != null
        && (!List.of("sip", "tel", "app").contains(type)
            || !settings.containsKey("voiceCallbackValue"))) {
      throw refusal(420, "method failed");
    }
    numbers.save(number.with(settings));
  }

  private void requireApplication(@Nullable String id) {
    if (id != null && applications.find(id).isEmpty()) {
      throw refusal(420, "method failed");
    }
  }

  private PhoneNumber owned(Map<String, String> form) {
    String country = required(form, "country");
    return numbers
        .find(required(form, "msisdn"))
        .filter(number -> number.country().equals(country))
        .orElseThrow(() -> refusal(420, "method failed"));
  }

  private ApiResponse write(Map<String, String> form, Consumer<Map<String, String>> change) {
    return loop.call(() -> {
      change.accept(form);
      store.commit();
      return result(200, "success");
    });
  }

  private static ApiResponse page(List<Map<String, Object>> matching, Map<String, String> query) {
    int size = whole(query, "size", PAGE_SIZE, LARGEST_PAGE);
    int index = whole(query, "index", 1, Integer.MAX_VALUE);
    List<Json> shown = new ArrayList<>();
    matching.stream().skip((long) (index - 1) * size).limit(size).map(Json::of).forEach(shown::add);
    return ApiResponse.json(
        200, Json.object("count", matching.size(), "numbers", Json.array(shown)));
  }

  private static boolean matches(PhoneNumber number, Map<String, String> query) {
    String pattern = value(query, "pattern").orElse("");
    boolean digits = switch (value(query, "search_pattern").orElse("0")) {
      case "0" -> number.msisdn().startsWith(pattern);
      case "1" -> number.msisdn().contains(pattern);
      case "2" -> number.msisdn().endsWith(pattern);
      default -> throw refusal(400, "search_pattern must be 0, 1 or 2");
    };
    return digits && value(query, "country").map(number.country()::equals).orElse(true);
  }

  private static int whole(Map<String, String> query, String name, int standard, int most) {
    String text = query.get(name);
    if (text == null) {
      return standard;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= most) {
        return value;
      }
    } catch (NumberFormatException notWhole) {
      // Refused like a number out of range.
    }
    throw refusal(
        400, name + " must be a whole number from 1" + (most == LARGEST_PAGE ? " to 100" : ""));
  }

  private static String required(Map<String, String> parameters, String name) {
    return value(parameters, name).orElseThrow(() -> refusal(400, name + " is required"));
  }

  private static Optional<String> value(Map<String, String> parameters, String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  private static Map<String, String> parameters(ApiRequest request) {
    if (!request.method().equals("POST")) {
      return request.query();
    }
    if (request.body().length > 0 && !request.isOfType("application/x-www-form-urlencoded")) {
      throw refusal(415, "send application/x-www-form-urlencoded");
    }
    try {
      return request.form();
    } catch (IllegalArgumentException malformed) {
      throw refusal(400, "the form has a malformed escape");
    }
  }

  private static Optional<Credentials> credentials(
      ApiRequest request, Map<String, String> parameters) {
    return request.basic().or(() -> {
      String key = parameters.get("api_key");
      String secret = parameters.get("api_secret");
      return key == null || secret == null
          ? Optional.empty()
          : Optional.of(new Credentials(key, secret));
    });
  }

  private static Refusal refusal(int status, String label) {
    return new Refusal(result(status, label));
  }

  private static ApiResponse result(int status, String label) {
    return ApiResponse.json(
        status, Json.object("error-code", Integer.toString(status), "error-code-label", label));
  }
}
