package dev.switchboard.provisioning.platform;

import dev.switchboard.platformapi.ApiClient;
import dev.switchboard.platformapi.ApiException;
import dev.switchboard.platformapi.ApplicationsApi;
import dev.switchboard.platformapi.NumbersApi;
import dev.switchboard.provisioning.Account;
import dev.switchboard.provisioning.Failure;
import dev.switchboard.provisioning.ProvisioningException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The platform over HTTP, by the generated operations. */
public final class RestPlatform implements Platform {
  /** The most that both lists give in one answer. */
  private static final int PAGE = 100;

  /** A page that never comes to an end is a fault of the other side. */
  private static final int MOST_PAGES = 10_000;

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Account account;
  private final ApplicationsApi applications;
  private final NumbersApi numbers;
  private final PlatformErrors errors;
  private final Retries retries;
  private final int mostPages;

  /**
   * The platform of an account.
   *
   * @param http what sends; its connect time-out should be a few seconds
   */
  public RestPlatform(Account account, HttpClient http) {
    this(
        account,
        http,
        TIMEOUT,
        new Retries(
            length -> Thread.sleep(length.toMillis()),
            () -> ThreadLocalRandom.current().nextDouble()),
        MOST_PAGES);
  }

  RestPlatform(Account account, HttpClient http, Duration timeout, Retries retries, int mostPages) {
    this.account = account;
    this.mostPages = mostPages;
    this.errors = new PlatformErrors(account);
    this.retries = retries;
    Consumer<HttpRequest.Builder> headers = headers(account);
    this.applications =
        new ApplicationsApi(new ApiClient(account.apiHost(), http, timeout, headers));
    this.numbers = new NumbersApi(new ApiClient(account.restHost(), http, timeout, headers));
  }

  private static Consumer<HttpRequest.Builder> headers(Account account) {
    String basic = "Basic "
        + Base64.getEncoder()
            .encodeToString(
                (account.apiKey() + ":" + account.apiSecret()).getBytes(StandardCharsets.UTF_8));
    return request ->
        request.header("Authorization", basic).header("User-Agent", "switchboard-provisioning");
  }

  @Override
  public void checkAccount() {
    var unused =
        call("list the applications", account.apiHost(), () -> applications.listApplications(1, 1));
  }

  @Override
  public List<ObjectNode> applications() {
    List<ObjectNode> all = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (int page = 1; page <= mostPages; page++) {
      int number = page;
      JsonNode answer = call(
          "list the applications",
          account.apiHost(),
          () -> applications.listApplications(PAGE, number));
      List<ObjectNode> items = objects(answer.path("_embedded").path("applications"));
      // An application made meanwhile moves the others to the next page: each id counts once.
      items.stream().filter(item -> ids.add(item.path("id").asString(""))).forEach(all::add);
      JsonNode pages = answer.path("total_pages");
      if (items.isEmpty()
          || (pages.isMissingNode() ? items.size() < PAGE : page >= pages.asInt(page))) {
        return all;
      }
    }
    throw endless("applications", account.apiHost());
  }

  @Override
  public Optional<ObjectNode> application(String id) {
    return optional(
        "read the application " + id,
        ApiClient.mapper().missingNode(),
        () -> applications.getApplication(id));
  }

  @Override
  public ObjectNode create(ObjectNode body) throws OutcomeUnknownException {
    try {
      // 429 means that the request was turned away; without a connection it never arrived.
      JsonNode answer = retries.run(
          () -> applications.createApplication(body),
          e -> PlatformErrors.neverSent(e) || e.status().orElse(0) == 429);
      if (answer instanceof ObjectNode application && application.path("id").isString()) {
        return application;
      }
      throw new OutcomeUnknownException(
          "the answer to the creation names no application", new IllegalStateException());
    } catch (ApiException e) {
      boolean unknown = e.status().isEmpty()
          ? !PlatformErrors.neverSent(e)
          : e.status().getAsInt() >= 500 || e.status().getAsInt() < 300;
      if (unknown) {
        throw new OutcomeUnknownException("the creation of the application was not answered", e);
      }
      throw errors.of(e, "create the application", account.apiHost(), body);
    }
  }

  @Override
  public Optional<ObjectNode> update(String id, ObjectNode body) {
    return optional(
        "update the application " + id, body, () -> applications.updateApplication(id, body));
  }

  @Override
  public void delete(String id) {
    try {
      retries.run(
          () -> {
            applications.deleteApplication(id);
            return id;
          },
          Retries::passes);
    } catch (ApiException e) {
      if (e.status().orElse(0) != 404) {
        throw errors.of(e, "delete the application " + id, account.apiHost());
      }
    }
  }

  @Override
  public Optional<ObjectNode> number(String msisdn) {
    // The pattern matches longer numbers too, and a country's numbers may share a beginning.
    return numbers("find the number " + msisdn, null, msisdn).stream()
        .filter(number -> number.path("msisdn").asString("").equals(msisdn))
        .findFirst();
  }

  @Override
  public List<ObjectNode> numbersOf(String applicationId) {
    return numbers("list the numbers of the application " + applicationId, applicationId, null);
  }

  @Override
  public List<ObjectNode> numbers() {
    return numbers("list the numbers", null, null);
  }

  private List<ObjectNode> numbers(
      String doing, @Nullable String applicationId, @Nullable String pattern) {
    List<ObjectNode> all = new ArrayList<>();
    for (int page = 1; page <= mostPages; page++) {
      int index = page;
      JsonNode answer = call(
          doing,
          account.restHost(),
          () -> numbers.listNumbers(
              applicationId, null, null, pattern, pattern == null ? null : 0, PAGE, index));
      List<ObjectNode> items = objects(answer.path("numbers"));
      all.addAll(items);
      if (items.isEmpty() || all.size() >= answer.path("count").asInt(all.size())) {
        return all;
      }
    }
    throw endless("numbers", account.restHost());
  }

  @Override
  public void updateNumber(Map<String, String> form) {
    call("update the number " + form.get("msisdn"), account.restHost(), () -> {
      var result = numbers.updateNumber(form);
      return ApiClient.mapper().valueToTree(result);
    });
  }

  private Optional<ObjectNode> optional(
      String doing, JsonNode sent, Retries.Exchange<@Nullable JsonNode> exchange) {
    try {
      return retries.run(exchange, Retries::passes) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (ApiException e) {
      if (e.status().orElse(0) == 404) {
        return Optional.empty();
      }
      throw errors.of(e, doing, account.apiHost(), sent);
    }
  }

  private JsonNode call(String doing, URI host, Retries.Exchange<@Nullable JsonNode> exchange) {
    try {
      JsonNode answer = retries.run(exchange, Retries::passes);
      return answer == null ? ApiClient.mapper().missingNode() : answer;
    } catch (ApiException e) {
      throw errors.of(e, doing, host);
    }
  }

  private static List<ObjectNode> objects(JsonNode items) {
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode item : items) {
      if (item instanceof ObjectNode object) {
        objects.add(object);
      }
    }
    return objects;
  }

  private static ProvisioningException endless(String what, URI host) {
    return new ProvisioningException(
        Failure.UNREACHABLE,
        "The list of " + what + " at " + host + " has no end.",
        "Look whether a proxy repeats one page for all.");
  }
}
