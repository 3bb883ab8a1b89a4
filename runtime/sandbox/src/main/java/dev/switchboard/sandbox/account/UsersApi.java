package dev.switchboard.sandbox.account;

import dev.switchboard.sandbox.account.Users.User;
import dev.switchboard.sandbox.store.Store;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.web.Api;
import dev.switchboard.sandbox.web.ApiRequest;
import dev.switchboard.sandbox.web.ApiResponse;
import dev.switchboard.sandbox.web.Problems;
import dev.switchboard.sandbox.web.Refusal;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The Users API, as far as {@code app} endpoints need it: to make users, find them and remove them. */
public final class UsersApi implements Api {
  private static final String USERS = "/v1/users";
  private static final String INVALID = "https://developer.vonage.com/api-errors#invalid-params";

  private final Loop loop;
  private final Store store;
  private final Tokens tokens;
  private final Users users;
  private final Supplier<URI> host;

  /**
   * The API over the users of all applications.
   *
   * @param host what links begin with
   */
  public UsersApi(Loop loop, Store store, Tokens tokens, Users users, Supplier<URI> host) {
    this.loop = loop;
    this.store = store;
    this.tokens = tokens;
    this.users = users;
    this.host = host;
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
      case "GET" -> ApiResponse.json(200, user.view(address()));
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
    Json fields = body.without("_links").with("id", id).with("name", name);
    return ApiResponse.json(
        201, loop.call(() -> save(new User(id, application.id(), users.nextNumber(), fields))));
  }

  private ApiResponse change(User user, Json body) {
    Json fields = user.fields();
    for (Map.Entry<String, Json> member : body.without("id", "_links").members().entrySet()) {
      fields = fields.with(member.getKey(), member.getValue());
    }
    User changed = new User(user.id(), user.applicationId(), user.number(), fields);
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
    if (users.isFull() && users.find(user.id(), user.applicationId()).isEmpty()) {
      throw Problems.of(403, "about:blank", "Forbidden", "There are too many users.");
    }
    users.save(user);
    store.commit();
    return user.view(address());
  }

  private ApiResponse list(Application application, Map<String, String> query) {
    UserPage page = UserPage.of(query);
    List<User> all = loop.call(() -> users.of(application.id()));
    return ApiResponse.json(200, page.show(all, address()));
  }

  private String address() {
    return host.get() + USERS;
  }

  static Refusal invalid(String name, String reason) {
    return Problems.invalid(
        400,
        INVALID,
        "Bad Request",
        "The request failed due to validation errors.",
        List.of(new Problems.Invalid(name, reason)));
  }

  private static Json body(ApiRequest request) {
    return request.object(detail -> Problems.of(400, INVALID, "Bad Request", detail));
  }
}
