package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.sandbox.Rest.Reply;
import dev.switchboard.sandbox.fault.Fault;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.io.IOException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acceptance 1 to 3, and every error of the Application API's section 5. */
class ApplicationsApiTest {
  private static final String PATH = "/v2/applications";
  private static final KeyPair KEYS = RsaKeys.generate();

  private static Sandbox sandbox;
  private static Rest rest;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxSettings.defaults());
    rest = new Rest(sandbox);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @Test
  void showsAGeneratedPrivateKeyOnce() {
    Reply created = rest.json("POST", PATH, "{\"name\":\"Keys\"}");
    assertThat(created.status()).isEqualTo(201);
    Json keys = created.json().get("keys");
    assertThat(RsaKeys.pem(RsaKeys.publicKey(RsaKeys.privateKey(keys.required("private_key")))))
        .isEqualTo(keys.required("public_key"));
    String self = created.json().get("_links").get("self").required("href");

    Json read = rest.get(self).json();
    assertThat(read.get("keys").names()).containsExactly("public_key");
    assertThat(read.get("privacy").flag("improve_ai")).contains(true);
    assertThat(rest.get(PATH + "?page_size=100").body()).doesNotContain("private_key");
  }

  @Test
  void keepsAKeyThatWasSent() {
    Json created = rest.json("POST", PATH, application("Mine", "{}")).json();

    assertThat(created.get("keys").names()).containsExactly("public_key");
    assertThat(created.get("keys").required("public_key")).isEqualTo(RsaKeys.pem(KEYS.getPublic()));
  }

  @Test
  void replacesEverythingButTheKey() {
    String id = create("{\"voice\":{\"webhooks\":{}},\"vbc\":{}}");
    Reply updated =
        rest.json("PUT", PATH + "/" + id, "{\"name\":\"Renamed\",\"capabilities\":{\"vbc\":{}}}");

    assertThat(updated.status()).isEqualTo(200);
    assertThat(updated.json().get("capabilities").names()).containsExactly("vbc");
    assertThat(updated.json().text("name")).contains("Renamed");
    assertThat(updated.json().get("keys").required("public_key"))
        .isEqualTo(RsaKeys.pem(KEYS.getPublic()));
  }

  @Test
  void takesBackWhatItShowed() {
    String id = create(
        "{\"voice\":{\"webhooks\":{\"answer_url\":{\"address\":\"https://a.example/x\","
            + "\"http_method\":\"GET\",\"socket_timeout\":3000}},\"region\":\"eu-west\"},\"video\":{\"any\":[1,{}]}}");
    Json read = rest.get(PATH + "/" + id).json();
    Reply updated = rest.json("PUT", PATH + "/" + id, read.write());

    assertThat(updated.status()).isEqualTo(200);
    assertThat(updated.json()).isEqualTo(read);
  }

  @Test
  void forgetsWhatIsDeleted() {
    String id = create("{}");
    rest.form("/number/update", "country=GB&msisdn=447700900002&app_id=" + id);

    assertThat(rest.delete(PATH + "/" + id)).isEqualTo(new Reply(204, ""));
    assertThat(rest.get(PATH + "/" + id).problem()).isEqualTo("not-found");
    assertThat(rest.delete(PATH + "/" + id).status()).isEqualTo(404);
    assertThat(rest.get("/account/numbers?pattern=447700900002").body()).doesNotContain(id);
  }

  @Test
  void pages() {
    try (Sandbox other = Sandbox.start(SandboxSettings.defaults())) {
      Rest client = new Rest(other);
      assertThat(client.get(PATH).json().get("_embedded").get("applications").items())
          .isEmpty();
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        ids.add(client.json("POST", PATH, application("App " + i, "{}")).json().required("id"));
      }
      Json first = client.get(PATH).json();
      assertThat(first.integer("page_size")).contains(10L);
      assertThat(first.integer("total_items")).contains(12L);
      assertThat(first.integer("total_pages")).contains(2L);
      assertThat(first.get("_links").names()).containsExactly("self", "first", "last", "next");
      Json last = client.get(first.get("_links").get("next").required("href")).json();
      assertThat(last.get("_links").names()).containsExactly("self", "first", "last", "prev");
      List<Json> shown =
          new ArrayList<>(first.get("_embedded").get("applications").items());
      shown.addAll(last.get("_embedded").get("applications").items());
      assertThat(shown.stream().map(app -> app.required("id")).toList()).isEqualTo(ids);
      assertThat(client
              .get(PATH + "?page=9")
              .json()
              .get("_embedded")
              .get("applications")
              .items())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"page_size=0,page_size", "page_size=101,page_size", "page=0,page", "page=x,page"})
  void refusesAWrongPage(String query, String name) {
    Reply reply = rest.get(PATH + "?" + query);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.problem()).isEqualTo("list-validation");
    assertThat(reply.json().get("invalid_parameters").get(0).text("name")).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | name",
        "{'name':' '} | name",
        "{'name':'x','capabilities':{'voice':{'webhooks':{'answer_url':{'http_method':'PUT'}}}}}"
            + " | capabilities.voice.webhooks.answer_url.http_method",
        "{'name':'x','capabilities':{'voice':{'webhooks':{'answer_url':{'socket_timeout':5001}}}}}"
            + " | capabilities.voice.webhooks.answer_url.socket_timeout",
        "{'name':'x','capabilities':{'voice':{'webhooks':{'event_url':{'connect_timeout':299}}}}}"
            + " | capabilities.voice.webhooks.event_url.connect_timeout",
        "{'name':'x','capabilities':{'messages':{'webhooks':{'inbound_url':{'http_method':'GET'}}}}}"
            + " | capabilities.messages.webhooks.inbound_url.http_method",
        "{'name':'x','capabilities':{'messages':{'version':'v2'}}} | capabilities.messages.version",
        "{'name':'x','capabilities':{'voice':{'region':'moon'}}} | capabilities.voice.region",
        "{'name':'x','capabilities':{'voice':{'conversations_ttl':745}}} | capabilities.voice.conversations_ttl",
        "{'name':'x','capabilities':{'voice':{'signed_callbacks':'yes'}}} | capabilities.voice.signed_callbacks",
        "{'name':'x','privacy':{'improve_ai':1}} | privacy.improve_ai",
      })
  void namesTheWrongParameter(String body, String name) {
    Reply reply = rest.json("POST", PATH, json(body));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.problem()).isEqualTo("payload-validation");
    assertThat(reply.json().get("invalid_parameters").get(0).text("name")).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name':'x','colour':'red'} | colour",
        "{'name':'x','capabilities':{'fax':{}}} | fax",
        "{'name':'x','capabilities':{'vbc':{'on':true}}} | on",
        "{'name':'x','capabilities':{'voice':{'webhooks':{'answer_url':{'connection_timeout':500}}}}} | connection_timeout",
      })
  void refusesAnUnknownPropertyWithoutInvalidParameters(String body, String name) {
    Reply reply = rest.json("POST", PATH, json(body));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.problem()).isEqualTo("payload-validation");
    assertThat(reply.json().required("detail")).contains("\"" + name + "\"");
    assertThat(reply.json().has("invalid_parameters")).isFalse();
  }

  @Test
  void mapsTheOldTimeoutWhereLenient() {
    try (Sandbox lenient = Sandbox.start(SandboxSettings.defaults().lenient(true))) {
      Rest client = new Rest(lenient);
      Reply created = client.json(
          "POST",
          PATH,
          application("Old", "{'voice':{'webhooks':{'answer_url':{'connection_timeout':500}}}}"));

      assertThat(created.status()).isEqualTo(201);
      assertThat(created.json().get("capabilities").get("voice").get("webhooks").get("answer_url"))
          .isEqualTo(Json.object("connect_timeout", 500));
      assertThat(client.get(PATH + "?page_size=1000").status()).isEqualTo(200);
    }
  }

  @Test
  void refusesAsThePlatformDoes() {
    String id = create("{}");
    assertThat(rest.as(Rest.basic("sandbox", "wrong")).get(PATH).problem())
        .isEqualTo("unauthorized");
    assertThat(rest.as("").get(PATH).status()).isEqualTo(401);
    assertThat(rest.as("Bearer x.y.z").get(PATH).status()).isEqualTo(401);
    assertThat(rest.json("PATCH", PATH + "/" + id, "{}").problem()).isEqualTo("wrong-verb");
    assertThat(rest.delete(PATH).status()).isEqualTo(405);
    assertThat(rest.send(rest.request(PATH).header("Accept", "text/xml").GET()).problem())
        .isEqualTo("accept-header");
    assertThat(rest.form(PATH, "name=x").problem()).isEqualTo("content-type-header");
    assertThat(rest.json("PUT", PATH + "/no-such", "{\"colour\":1}").problem())
        .isEqualTo("not-found");
    assertThat(rest.json("POST", PATH, "{\"name\":").problem()).isEqualTo("payload-validation");
    assertThat(rest.json("POST", PATH, "[]").status()).isEqualTo(400);
    assertThat(rest.json("POST", PATH, " ".repeat((4 << 20) + 1)).status()).isEqualTo(413);
  }

  @Test
  void makesFaults() {
    sandbox.faults().once(PATH, Fault.status(429));
    assertThat(rest.get(PATH).problem()).isEqualTo("rate-limit");
    sandbox.faults().once(PATH, Fault.status(503));
    assertThat(rest.get(PATH).status()).isEqualTo(503);

    int before = rest.get(PATH).json().integer("total_items").orElseThrow().intValue();
    sandbox.faults().once(PATH, Fault.resetAfterCommit());
    assertThatThrownBy(() -> create("{}")).hasRootCauseInstanceOf(IOException.class);
    sandbox.faults().once(PATH, Fault.staleList());
    assertThat(rest.get(PATH).json().integer("total_items")).contains((long) before);
    assertThat(rest.get(PATH).json().integer("total_items")).contains(before + 1L);
  }

  private static String create(String capabilities) {
    return rest.json("POST", PATH, application("App", capabilities)).json().required("id");
  }

  private static String application(String name, String capabilities) {
    return Json.object(
            "name", name,
            "keys", Json.object("public_key", RsaKeys.pem(KEYS.getPublic())),
            "capabilities", Json.parse(json(capabilities)))
        .write();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
