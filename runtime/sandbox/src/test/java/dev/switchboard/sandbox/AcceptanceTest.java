package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Rest.Reply;
import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.RsaKeys;
import dev.switchboard.webhooks.signing.SignatureSecrets;
import dev.switchboard.webhooks.signing.Verification;
import dev.switchboard.webhooks.signing.WebhookVerifier;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The acceptance list of an emulator, one test an item, in its order and named by its words, all in virtual time. What else
 * can be asked of the sandbox has test classes of its own.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AcceptanceTest {
  private static final String APPLICATIONS = "/v2/applications";
  private static final String NUMBER = "447700900123";
  private static final String CALLER = "447700900001";
  private static final String CALLEE = "447700900099";

  private final Sandbox sandbox =
      Sandbox.start(SandboxSettings.defaults().virtualTime().patience(Duration.ofMillis(500)));
  private final TestApp app;
  private final Rest rest = new Rest(sandbox);
  private Json application = Json.object();

  AcceptanceTest() throws IOException {
    app = new TestApp();
  }

  @BeforeEach
  void register() {
    application = app.register(sandbox, NUMBER);
    app.on("/answer", Answer.ncco("[{'action':'talk','text':'Hello.'}]"));
    app.on("/fallback", Answer.ncco("[{'action':'talk','text':'Sorry.'}]"));
  }

  @AfterEach
  void close() {
    app.close();
    sandbox.close();
  }

  @Test
  @Order(1)
  @DisplayName("1. Create, get, list, update, delete with state, private key only once")
  void keepsApplications() {
    Json created = rest.json("POST", APPLICATIONS, "{\"name\":\"One\"}").json();
    String path = APPLICATIONS + "/" + created.required("id");
    assertThat(created.get("keys").required("private_key")).startsWith("-----BEGIN PRIVATE KEY");

    assertThat(rest.get(path).json().required("name")).isEqualTo("One");
    assertThat(rest.get(path).body()).doesNotContain("private_key");
    assertThat(rest.get(APPLICATIONS).json().integer("total_items")).contains(2L);
    assertThat(rest.get(APPLICATIONS).body()).doesNotContain("private_key");
    Reply updated = rest.json("PUT", path, "{\"name\":\"Two\"}");
    assertThat(updated.json().required("name")).isEqualTo("Two");
    assertThat(updated.body()).doesNotContain("private_key");
    assertThat(rest.delete(path).status()).isEqualTo(204);
    assertThat(rest.get(path).status()).isEqualTo(404);
    assertThat(rest.get(APPLICATIONS).json().integer("total_items")).contains(1L);
  }

  @Test
  @Order(2)
  @DisplayName("2. Unknown property in a webhook object gives 400")
  void refusesAnUnknownPropertyOfAWebhook() {
    Reply reply = rest.json(
        "POST",
        APPLICATIONS,
        "{'name':'x','capabilities':{'voice':{'webhooks':{'answer_url':{'address':'https://a.example','http_method':'GET','retries':3}}}}}"
            .replace('\'', '"'));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("retries");
  }

  @Test
  @Order(3)
  @DisplayName("3. PUT removes omitted capabilities")
  void removesOmittedCapabilities() {
    String path = APPLICATIONS + "/" + application.required("id");
    Json voice = rest.get(path).json().get("capabilities").get("voice");
    Json body = Json.object("name", "Voice only", "capabilities", Json.object("voice", voice));

    assertThat(rest.json("PUT", path, body.write()).status()).isEqualTo(200);
    assertThat(rest.get(path).json().get("capabilities").names()).containsExactly("voice");
  }

  @Test
  @Order(4)
  @DisplayName("4. Link and unlink numbers through form posts")
  void linksAndUnlinksNumbers() {
    String number = "country=GB&msisdn=" + NUMBER;
    String id = application.required("id");
    String list = "/account/numbers?pattern=" + NUMBER;
    assertThat(rest.get(list).json().get("numbers").get(0).text("app_id")).contains(id);

    assertThat(rest.form("/number/update", number).status()).isEqualTo(200);
    assertThat(rest.get(list).json().get("numbers").get(0).has("app_id")).isFalse();
    assertThat(sandbox.call(CALLER, NUMBER).status()).isEqualTo("rejected");
    assertThat(rest.form("/number/update", number + "&app_id=" + id).status()).isEqualTo(200);
    sandbox.call(CALLER, NUMBER).hears("Hello.").ends();
  }

  @Test
  @Order(5)
  @DisplayName("5. JWT of the right application needed for voice; wrong key 401")
  void needsTheRightToken() {
    String id = application.required("id");
    assertThat(owner().get("/v1/calls").status()).isEqualTo(200);
    assertThat(rest.get("/v1/calls").status()).isEqualTo(401);
    Rest stranger = rest.asApplication(id, RsaKeys.pem(RsaKeys.generate().getPrivate()));
    assertThat(stranger.get("/v1/calls").status()).isEqualTo(401);

    Call call = sandbox.call(CALLER).ends();
    Json other = rest.json("POST", APPLICATIONS, "{\"name\":\"Other\"}").json();
    Rest neighbour =
        rest.asApplication(other.required("id"), other.get("keys").required("private_key"));
    assertThat(neighbour.get("/v1/calls/" + call.uuid()).status()).isEqualTo(404);
    assertThat(owner().get("/v1/calls/" + call.uuid()).status()).isEqualTo(200);
  }

  @Test
  @Order(6)
  @DisplayName(
      "6. Inbound call walks through section 3, including fallback with reason and original_request")
  void walksThroughAnInboundCall() {
    Call call = sandbox.call(CALLER).hears("Hello.").ends();
    assertThat(app.statuses("/event"))
        .containsExactly("started", "ringing", "answered", "completed");
    WebhookRequest answer = app.requests("/answer").get(0);
    assertThat(answer.method()).isEqualTo("GET");
    assertThat(answer.json().text("to")).contains(NUMBER);
    assertThat(answer.json().text("from")).contains(CALLER);
    assertThat(answer.json().text("endpoint_type")).contains("phone");
    assertThat(answer.json().text("uuid")).contains(call.uuid());
    assertThat(answer.json().required("conversation_uuid")).startsWith("CON-");
    assertThat(answer.json().text("region_url")).contains(sandbox.uri().toString());

    app.on("/answer", Answer.status(0));
    sandbox.call(CALLER).hears("Sorry.").ends();
    Json fallback = app.requests("/fallback").get(0).json();
    assertThat(fallback.text("reason")).contains("connection closed");
    assertThat(fallback.get("original_request").required("url")).startsWith(app.url("/answer"));
    assertThat(fallback.get("original_request").text("type")).contains("answer");
    assertThat(fallback.text("from")).contains(CALLER);
  }

  @Test
  @Order(7)
  @DisplayName("7. 404 from the answer URL goes straight to the fallback; 503 is tried twice")
  void retriesWhatIsWorthIt() {
    app.on("/answer", Answer.status(404));
    sandbox.call(CALLER).hears("Sorry.").ends();
    assertThat(app.requests("/answer")).hasSize(1);

    app.on("/answer", Answer.status(503));
    sandbox.call(CALLER).hears("Sorry.").ends();
    assertThat(app.requests("/answer")).hasSize(1 + 2);
    assertThat(app.requests("/fallback")).hasSize(2);
  }

  @Test
  @Order(8)
  @DisplayName("8. Read timeout uses the configured socket_timeout")
  void waitsForAsLongAsConfigured() {
    String path = APPLICATIONS + "/" + application.required("id");
    String body = rest.get(path)
        .body()
        .replace(app.url("/answer") + "\"", app.url("/answer") + "\",\"socket_timeout\":2000")
        .replace(app.url("/fallback") + "\"", app.url("/fallback") + "\",\"socket_timeout\":1500");
    assertThat(rest.json("PUT", path, body).status()).isEqualTo(200);
    CountDownLatch never = new CountDownLatch(1);
    app.on("/answer", request -> hang(never));
    app.on("/fallback", request -> hang(never));
    Instant start = sandbox.clock().instant();
    Call call = sandbox.call(CALLER).ends();
    never.countDown();

    assertThat(Duration.between(start, sandbox.clock().instant()))
        .isEqualTo(Duration.ofSeconds(2 + 2).plusMillis(1500 + 1500));
    assertThat(outcomes(call, "voice.answer_url"))
        .hasSize(2)
        .allMatch(outcome -> outcome.failure().equals("read time-out"))
        .allMatch(outcome -> outcome.latency().equals(Duration.ofSeconds(2)));
    assertThat(outcomes(call, "voice.fallback_answer_url"))
        .hasSize(2)
        .allMatch(outcome -> outcome.latency().equals(Duration.ofMillis(1500)));
  }

  @Test
  @Order(9)
  @DisplayName("9. input result replaces the NCCO; empty answer continues")
  void replacesOrContinues() {
    app.on(
        "/answer",
        Answer.ncco("[{'action':'input','type':['dtmf'],'dtmf':{'maxDigits':1},'eventUrl':['"
            + app.url("/choice") + "']},{'action':'talk','text':'Continued.'}]"));
    app.on(
        "/choice",
        request -> request.json().get("dtmf").text("digits").equals(Optional.of("1"))
            ? Answer.ncco("[{'action':'talk','text':'Replaced.'}]")
            : Answer.EMPTY);

    assertThat(sandbox.call(CALLER).press("1").ends().transcript().heard())
        .containsExactly("Replaced.");
    assertThat(sandbox.call(CALLER).press("2").ends().transcript().heard())
        .containsExactly("Continued.");
  }

  @Test
  @Order(10)
  @DisplayName("10. completed carries disconnected_by")
  void saysWhoHungUp() {
    sandbox.call(CALLER).ends();
    app.on("/answer", Answer.ncco("[{'action':'wait','timeout':60}]"));
    Call call = sandbox.call(CALLER);
    sandbox.advance(Duration.ofSeconds(20));
    call.hangUp();

    assertThat(app.requests("/event").stream()
            .map(WebhookRequest::json)
            .filter(event -> event.text("status").equals(Optional.of("completed")))
            .map(event -> event.required("disconnected_by")))
        .containsExactly("platform", "user");
  }

  @Test
  @Order(11)
  @DisplayName("11. Signed requests verify with HS256 and payload_hash, for GET as well")
  void signs() {
    app.on("/answer", Answer.status(404));
    sandbox.call(CALLER).ends();

    WebhookVerifier verifier = WebhookVerifier.of(
        SignatureSecrets.of(sandbox.settings().signatureSecret()), sandbox.clock());
    List<WebhookRequest> requests = new ArrayList<>(app.requests("/answer"));
    requests.addAll(app.requests("/fallback"));
    requests.addAll(app.requests("/event"));
    assertThat(requests)
        .hasSize(6)
        .anyMatch(request -> request.method().equals("GET"))
        .allMatch(request -> verifier.verify(request, Duration.ofMinutes(5))
                instanceof Verification.Accepted accepted
            && accepted.token().payloadHash().isPresent());
    WebhookRequest get = requests.get(0);
    WebhookRequest altered =
        WebhookRequest.of("GET", get.path(), get.query() + "&from=1", get.headers(), get.body());
    assertThat(verifier.verify(altered, Duration.ofMinutes(5)))
        .isNotInstanceOf(Verification.Accepted.class);
  }

  @Test
  @Order(12)
  @DisplayName("12. Message statuses retried on 500, not on 404")
  void retriesStatuses() {
    for (int status : new int[] {500, 404}) {
      app.on("/status", Answer.status(status));
      Json sent = owner()
          .json(
              "POST",
              "/v1/messages",
              "{'channel':'sms','message_type':'text','to':'447700900001','from':'447700900123','text':'Hi'}"
                  .replace('\'', '"'))
          .json();
      sandbox.sms(CALLER).eventuallyGets("Hi");
      sandbox.advance(Duration.ofMinutes(1));

      // "submitted" again after 5, 15 and 35 seconds, with "delivered" behind it; or each of the
      // two once.
      assertThat(app.requests("/status"))
          .filteredOn(each -> each.json().text("message_uuid").equals(sent.text("message_uuid")))
          .hasSize(status == 500 ? 4 : 2);
    }
  }

  @Test
  @Order(13)
  @DisplayName("13. Leg ids have no dashes; human/machine use call_uuid")
  void namesLegs() {
    for (String kind : new String[] {"human", "machine"}) {
      if (kind.equals("machine")) {
        sandbox.whenCalledMachineAnswers(CALLEE, Optional.empty());
      }
      Json created = owner()
          .json(
              "POST",
              "/v1/calls",
              ("{'to':[{'type':'phone','number':'" + CALLEE + "'}],'random_from_number':true,"
                      + "'machine_detection':'continue','ncco':[{'action':'talk','text':'Hi.'}]}")
                  .replace('\'', '"'))
          .json();
      sandbox.callee(CALLEE).ends();

      String uuid = created.required("uuid");
      assertThat(uuid).matches("[0-9a-f]{32}");
      Json event = app.requests("/event").stream()
          .map(WebhookRequest::json)
          .filter(each -> each.text("status").equals(Optional.of(kind)))
          .findFirst()
          .orElseThrow();
      assertThat(event.names())
          .containsExactlyInAnyOrder(
              "call_uuid", "from", "to", "status", "conversation_uuid", "timestamp");
      assertThat(event.required("call_uuid")).isEqualTo(uuid);
    }
  }

  private Rest owner() {
    return rest.asApplication(
        application.required("id"), application.get("keys").required("private_key"));
  }

  private static List<Step.Outcome> outcomes(Call call, String kind) {
    return call.transcript().webhooks().stream()
        .filter(step -> step.kind().equals(kind))
        .map(step -> step.outcome().orElseThrow())
        .toList();
  }

  private static Answer hang(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return Answer.EMPTY;
  }
}
