package dev.switchboard.sandbox.account;

import dev.switchboard.sandbox.account.Users.User;
import dev.switchboard.sandbox.store.Store;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.web.Api;
import dev.switchboard.sandbox.web.ApiRequest;
import dev.switchboard.sandbox.web.ApiResponse;
import dev.switchboard.sandbox.web.Problems;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The Users API, as far as {@code app} endpoints need it: to make users, find them and remove them. */
public final class UsersApi implements Api {
  private static final String USERS = "/v1/users";
  private static final String INVALID = "https://developer.vonage.com/api-errors#invalid-params";
  private static final int PAGE_SIZE = 10;
  private static final int LARGEST_PAGE = 100;

  private final Loop loop;
  private final Store store;
  private final Tokens tokens;
  private final Users users;

  /** The API over the users of all applications. */
  public UsersApi(Loop loop, Store store, Tokens tokens, Users users) {
    this.loop = loop;
    this.store = store;
    this.tokens = tokens;
    this.users = users;
  }

  @Override
  public boolean owns(String path) {
    return path.equals(USERS) || path.startsWith(USERS + "/");
  }

  @Override
  public ApiResponse serve(ApiRequest request) {
    Application application = tokens.require(request);
    List<String> path = request.segments();
    if (path.size() == 2) {
      return switch (request.method()) {
        case "GET" -> list(application, request.query());
        case "POST" -> create(application, body(request));
        default -> throw Problems.wrongVerb(request);
      };
    }
    String id = path.get(2);
    User user = loop.call(
        () -> users.find(id, application.id()).orElseThrow(() -> Problems.notFound("User", id)));
    return switch (request.method()) {
      case "GET" -> ApiResponse.json(200, user.view());
      case "PATCH" -> change(user, body(request));
      case "DELETE" -> {
        loop.call(() -> {
          users.remove(user);
          store.commit();
          return user;
        });
        yield ApiResponse.empty(204);
      }
      default -> throw Problems.wrongVerb(request);
    };
  }

  private ApiResponse create(Application application, Json body) {
    String id = "USR-" + UUID.randomUUID();
    String name = body.text("name")
        .filter(text -> !text.isBlank())
        .orElseGet(() -> "NAM-" + UUID.randomUUID());
    Json view = body.with("id", id)
        .with("name", name)
        .with("_links", Json.object("self", Json.object("href", USERS + "/" + id)));
    return ApiResponse.json(201, loop.call(() -> save(new User(id, application.id(), view))));
  }

  private ApiResponse change(User user, Json body) {
    Json view = user.view();
    for (Map.Entry<String, Json> member : body.without("id", "_links").members().entrySet()) {
      view = view.with(member.getKey(), member.getValue());
    }
    User changed = new User(user.id(), user.applicationId(), view);
    return ApiResponse.json(200, loop.call(() -> save(changed)));
  }

  private Json save(User user) {
    boolean taken = users.of(user.applicationId()).stream()
        .anyMatch(other -> other.name().equals(user.name()) && !other.id().equals(user.id()));
    if (taken) {
      throw Problems.of(
          409,
          "https://developer.vonage.com/api-errors#duplicate-name",
          "Conflict",
          "There is a user of that name.");
    }
    if (users.isFull()) {
      throw Problems.of(403, "about:blank", "Forbidden", "There are too many users.");
    }
    users.save(user);
    store.commit();
    return user.view();
  }

  private ApiResponse list(Application application, Map<String, String> query) {
    String size = query.getOrDefault("page_size", Integer.toString(PAGE_SIZE));
    if (!size.matches("[1-9][0-9]{0,2}") || Integer.parseInt(size) > LARGEST_PAGE) {
      throw Problems.invalid(
          400,
          INVALID,
          "Bad Request",
          "The request failed due to validation errors.",
          List.of(new Problems.Invalid("page_size", "must be between 1 and " + LARGEST_PAGE)));
    }
    String name = query.getOrDefault("name", "");
    List<Json> shown = loop.call(() -> users.of(application.id())).stream()
        .filter(user -> name.isEmpty() || user.name().equals(name))
        .limit(Integer.parseInt(size))
        .map(User::view)
        .toList();
    return ApiResponse.json(
        200,
        Json.object(
            "page_size", Integer.parseInt(size),
            "_embedded", Json.object("users", Json.array(shown)),
            "_links", Json.object("self", Json.object("href", USERS))));
  }

  private static Json body(ApiRequest request) {
    if (!request.isOfType("application/json")) {
      throw Problems.unsupportedType("application/json");
    }
    try {
      Json body = Json.parse(request.body());
      if (body.isObject()) {
        return body;
      }
    } catch (JsonException broken) {
      throw Problems.of(
          400, INVALID, "Bad Request", "The body is not JSON: " + broken.getMessage());
    }
    throw Problems.of(400, INVALID, "Bad Request", "The body must be an object.");
  }
}
