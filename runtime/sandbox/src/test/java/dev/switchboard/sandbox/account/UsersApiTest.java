package dev.switchboard.sandbox.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.account.Users.User;
import dev.switchboard.sandbox.store.Store;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.web.ApiRequest;
import dev.switchboard.sandbox.web.ApiResponse;
import dev.switchboard.sandbox.web.Refusal;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.signing.ApiTokens;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of users, and what happens when there can be no more. */
class UsersApiTest {
  private static final String APPLICATION = "78d335fa-323d-0114-9c3d-d6f0d48968cf";
  private static final KeyPair KEYS = RsaKeys.generate();

  private final Loop loop = Loop.real();
  private final Users users = new Users(Store.NONE);
  private final UsersApi api;

  UsersApiTest() {
    Applications applications = new Applications(Store.NONE);
    applications.save(new Application(
        APPLICATION, "Users", () -> RsaKeys.pem(KEYS.getPublic()), Json.object(), Json.object()));
    api = new UsersApi(
        loop, Store.NONE, new Tokens(loop, applications), users, () -> URI.create("http://here"));
  }

  @AfterEach
  void close() {
    loop.close();
  }

  private ApiResponse send(String method, String path, String body) {
    int query = path.indexOf('?');
    String token = ApiTokens.of(APPLICATION, KEYS.getPrivate()).token();
    return api.serve(new ApiRequest(
        method,
        query < 0 ? path : path.substring(0, query),
        query < 0 ? Map.of() : ApiRequest.parameters(path.substring(query + 1)),
        Map.of(
            "authorization",
            List.of("Bearer " + token),
            "content-type",
            List.of("application/json")),
        body.getBytes(StandardCharsets.UTF_8)));
  }

  private Json get(String path) {
    return Json.parse(send("GET", path, "").body());
  }

  private void fill(int count) {
    for (int i = 1; i <= count; i++) {
      users.save(new User(
          "USR-" + i,
          APPLICATION,
          users.nextNumber(),
          Json.object("id", "USR-" + i, "name", "n" + i)));
    }
  }

  private static List<String> names(Json page) {
    return page.get("_embedded").get("users").items().stream()
        .map(user -> user.required("name"))
        .toList();
  }

  private static String link(Json page, String name) {
    return page.get("_links").get(name).required("href").replace("http://here", "");
  }

  @ParameterizedTest
  @CsvSource({"asc,n1,n5", "desc,n5,n1"})
  void goesFromPageToPageAndBack(String order, String first, String last) {
    fill(5);
    Json page = get("/v1/users?page_size=2&order=" + order);
    assertThat(page.integer("page_size")).contains(2L);
    assertThat(page.get("_links").names()).containsExactly("first", "self", "next");
    assertThat(names(page)).hasSize(2).startsWith(first);
    List<String> seen = new ArrayList<>(names(page));
    while (page.get("_links").has("next")) {
      page = get(link(page, "next"));
      seen.addAll(names(page));
    }
    assertThat(seen).hasSize(5).doesNotHaveDuplicates().endsWith(last);
    assertThat(names(get(link(page, "self")))).isEqualTo(names(page));
    page = get(link(get(link(page, "prev")), "prev"));
    assertThat(names(page)).isEqualTo(seen.subList(0, 2));
    assertThat(page.get("_links").has("prev")).isFalse();
    assertThat(names(get(link(page, "first")))).isEqualTo(names(page));
  }

  @Test
  void aPageIsRightWhoeverGoesMeanwhile() {
    fill(4);
    Json page = get("/v1/users?page_size=2");
    send("DELETE", "/v1/users/USR-1", "");
    send("DELETE", "/v1/users/USR-2", "");
    assertThat(names(get(link(page, "next")))).containsExactly("n3", "n4");
  }

  @Test
  void aLinkNamesTheUser() {
    Json made = Json.parse(send("POST", "/v1/users", "{\"name\":\"ann\"}").body());
    String self = link(made, "self");
    assertThat(get(self)).isEqualTo(made);
    assertThat(names(get("/v1/users?name=ann"))).containsExactly("ann");
    assertThat(names(get("/v1/users?name=bob"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "page_size=0, page_size",
    "page_size=101, page_size",
    "order=up, order",
    "cursor=x, cursor",
    "cursor=bm93aGVyZQ==, cursor"
  })
  void refusesAWrongPage(String query, String name) {
    Json problem = refused("GET", "/v1/users?" + query, "", 400);
    assertThat(problem.get("invalid_parameters").get(0).text("name")).contains(name);
  }

  @Test
  void changesAUserThoughThereCanBeNoMore() {
    fill(Users.MOST);
    Json full = refused("POST", "/v1/users", "{\"name\":\"one more\"}", 403);
    assertThat(full.required("detail")).contains("too many");
    ApiResponse changed = send("PATCH", "/v1/users/USR-7", "{\"display_name\":\"Seven\"}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(get("/v1/users/USR-7").required("display_name")).isEqualTo("Seven");
  }

  private Json refused(String method, String path, String body, int status) {
    try {
      throw new AssertionError("it was answered " + send(method, path, body).status());
    } catch (Refusal refusal) {
      assertThat(refusal.response().status()).isEqualTo(status);
      return Json.parse(refusal.response().body());
    }
  }
}
