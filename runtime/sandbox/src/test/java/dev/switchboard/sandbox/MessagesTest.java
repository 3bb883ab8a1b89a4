package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.sandbox.Rest.Reply;
import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.sandbox.fault.Fault;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
  private static final String NUMBER = "447700900123";
  private static final String PERSON = "447700900001";
  private static final String TEXT = "{\"channel\":\"whatsapp\",\"message_type\":\"text\",\"to\":\""
      + PERSON + "\",\"from\":\"" + NUMBER + "\",\"text\":\"Hi\",\"client_ref\":\"mine\"}";

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime());
  private final TestApp app;
  private Json application = Json.object();

  MessagesTest() throws IOException {
    app = new TestApp();
  }

  @BeforeEach
  void register() {
    application = app.register(sandbox, NUMBER);
    app.on("/inbound", new Answer(200, "", ""));
    app.on("/status", new Answer(200, "", ""));
  }

  @AfterEach
  void close() {
    app.close();
    sandbox.close();
  }

  @Test
  void deliversWhatAPersonWrites() {
    sandbox.whatsApp(PERSON).says("two margherita");

    Json message = app.requests("/inbound").get(0).json();
    assertThat(message.text("channel")).contains("whatsapp");
    assertThat(message.text("message_type")).contains("text");
    assertThat(message.text("text")).contains("two margherita");
    assertThat(message.text("from")).contains(PERSON);
    assertThat(message.text("to")).contains(NUMBER);
    assertThat(message.text("context_status")).contains("none");
    assertThat(app.requests("/inbound").get(0).header("Authorization")).isPresent();
  }

  @Test
  void saysOnSmsWhatTheFirstWordIs() {
    sandbox.sms(PERSON).says("stop it");

    assertThat(app.requests("/inbound").get(0).json().get("sms").text("keyword"))
        .contains("STOP");
  }

  @Test
  void tellsAStatusThatSomebodyAsksFor() {
    String uuid =
        asApplication().json("POST", "/v1/messages", TEXT).json().required("message_uuid");
    sandbox.whatsApp(PERSON).eventuallyGets("Hi");
    Rest anybody = new Rest(sandbox);
    String statuses = "/sandbox/messages/" + uuid + "/statuses";

    assertThat(anybody
            .json("POST", statuses, "{\"status\":\"rejected\",\"code\":\"1022\"}")
            .status())
        .isEqualTo(202);
    await().until(() -> app.statuses("/status").size() == 4);

    assertThat(app.statuses("/status"))
        .containsExactly("submitted", "delivered", "read", "rejected");
    Json pushed = app.requests("/status").get(3).json();
    assertThat(pushed.required("message_uuid")).isEqualTo(uuid);
    assertThat(pushed.get("error").text("title")).contains("1022");
    assertThat(anybody.json("POST", statuses, "{\"status\":\"lost\"}").body())
        .contains("status is one of submitted");
    assertThat(anybody
            .json("POST", "/sandbox/messages/nobodys/statuses", "{\"status\":\"read\"}")
            .body())
        .contains("sent no message nobodys");
  }

  @Test
  void tellsNobodyWhatWasReadAsSms() {
    String uuid = asApplication()
        .json("POST", "/v1/messages", TEXT.replace("whatsapp", "sms"))
        .json()
        .required("message_uuid");
    Reply refused = new Rest(sandbox)
        .json("POST", "/sandbox/messages/" + uuid + "/statuses", "{\"status\":\"read\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("nobody is told what was read on sms");
  }

  @Test
  void sendsWithATokenAndTellsTheStatuses() {
    Reply sent = asApplication().json("POST", "/v1/messages", TEXT);
    assertThat(sent.status()).isEqualTo(202);
    Conversation conversation = sandbox.whatsApp(PERSON).eventuallyGets("Hi");

    assertThat(app.statuses("/status")).containsExactly("submitted", "delivered", "read");
    assertThat(app.requests("/status"))
        .allMatch(status ->
            status.json().required("message_uuid").equals(sent.json().required("message_uuid")))
        .allMatch(status -> status.json().required("client_ref").equals("mine"));
    assertThat(conversation.transcript().toString()).contains("gets \"Hi\"").contains("delivered");
  }

  @Test
  void tellsWhyAMessageDidNotArrive() {
    sandbox.whatsApp(PERSON).refusesMessages(1340);
    asApplication().json("POST", "/v1/messages", TEXT);
    sandbox.whatsApp(PERSON).eventuallyGets("Hi");

    assertThat(app.statuses("/status")).containsExactly("submitted", "undeliverable");
    assertThat(app.requests("/status").get(1).json().get("error").text("title")).contains("1340");
  }

  @Test
  void triesAgainAfter500ForADayAndThenGivesUp() {
    app.on("/inbound", Answer.status(500));
    Conversation conversation = sandbox.whatsApp(PERSON).says("hello?");
    assertThat(app.requests("/inbound")).hasSize(1);
    sandbox.advance(Duration.ofSeconds(5));
    assertThat(app.requests("/inbound")).hasSize(2);
    sandbox.advance(Duration.ofSeconds(10));
    assertThat(app.requests("/inbound")).hasSize(3);
    sandbox.advance(Duration.ofHours(25));

    // 5, 10, 20 ... 640 seconds, then every 15 minutes until 24 hours are over.
    assertThat(app.requests("/inbound")).hasSize(1 + 8 + 94);
    assertThat(conversation.transcript().toString()).contains("given up");
  }

  @Test
  void doesNotTryAgainAfter404() {
    app.on("/inbound", Answer.status(404));
    sandbox.whatsApp(PERSON).says("hello?");
    sandbox.advance(Duration.ofHours(25));

    assertThat(app.requests("/inbound")).hasSize(1);
  }

  @Test
  void swapsAndRepeatsStatusesWhereAskedTo() {
    sandbox.faults().once("status_url", Fault.reorder()).once("status_url", Fault.duplicate());
    asApplication().json("POST", "/v1/messages", TEXT);
    sandbox.whatsApp(PERSON).eventuallyGets("Hi");

    assertThat(app.statuses("/status"))
        .containsExactlyInAnyOrder("delivered", "delivered", "submitted", "read");
  }

  @Test
  void speaksTheOldVersionWhereTheMessageAsksForIt() {
    String old = TEXT.replace("\"client_ref\"", "\"webhook_version\":\"v0.1\",\"client_ref\"");
    asApplication().json("POST", "/v1/messages", old);
    sandbox.whatsApp(PERSON).eventuallyGets("Hi");

    Json status = app.requests("/status").get(0).json();
    assertThat(status.get("to")).isEqualTo(Json.object("type", "whatsapp", "number", PERSON));
    assertThat(status.has("channel")).isFalse();
  }

  @Test
  void refusesATokenOfAnotherKey() {
    Rest stranger = new Rest(sandbox)
        .asApplication(
            application.required("id"), RsaKeys.pem(RsaKeys.generate().getPrivate()));

    assertThat(stranger.json("POST", "/v1/messages", TEXT).status()).isEqualTo(401);
  }

  @Test
  void refusesATokenOfADeletedApplication() {
    Rest rest = asApplication();
    new Rest(sandbox).delete("/v2/applications/" + application.required("id"));

    assertThat(rest.json("POST", "/v1/messages", TEXT).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "channel, \"channel\":\"pigeon\"",
    "message_type, \"message_type\":\"template2\"",
    "to, \"to\":\"people\"",
    "from, \"from\":\"\"",
    "text, \"text\":\"\"",
  })
  void namesWhatIsWrong(String name, String member) {
    Json wrong = Json.parse("{" + member + "}");
    Json message = Json.parse(TEXT).with(name, wrong.get(name));
    Reply reply = asApplication().json("POST", "/v1/messages", message.write());

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().get("invalid_parameters").get(0).text("name")).contains(name);
  }

  @Test
  void sendsStatusesToTheAddressOfTheMessage() {
    String elsewhere = TEXT.replace(
        "\"client_ref\"", "\"webhook_url\":\"" + app.url("/mine") + "\",\"client_ref\"");
    new Rest(sandbox).json("POST", "/v1/messages", elsewhere);
    sandbox.whatsApp(PERSON).eventuallyGets("Hi");

    assertThat(app.requests("/mine")).hasSize(3);
    assertThat(app.requests("/mine").stream().map(WebhookRequest::method).distinct())
        .containsExactly("POST");
  }

  @Test
  void sendsTheNextItemWhereOneFails() {
    String next = TEXT.replace("whatsapp", "sms").replace("\"Hi\"", "\"By SMS\"");
    String first = TEXT.substring(0, TEXT.length() - 1) + ",\"failover\":[" + next + "]}";
    sandbox.whatsApp(PERSON).refusesMessages(1300);
    Json sent = asApplication().json("POST", "/v1/messages", first).json();
    sandbox.sms(PERSON).eventuallyGets("By SMS");

    assertThat(app.statuses("/status"))
        .containsExactly("submitted", "undeliverable", "submitted", "delivered");
    assertThat(app.requests("/status"))
        .extracting(status -> status.json().get("workflow"))
        .allMatch(workflow -> workflow.required("workflow_id").equals(sent.required("workflow_id")))
        .allMatch(workflow -> workflow.required("items_total").equals("2"));
    assertThat(app.requests("/status").get(3).json().get("workflow").required("items_number"))
        .isEqualTo("2");
    assertThat(app.requests("/status").get(3).json().required("message_uuid"))
        .isNotEqualTo(sent.required("message_uuid"));
  }

  @Test
  void sendsNoOtherItemWhereTheFirstArrives() {
    String next = TEXT.replace("whatsapp", "sms").replace("\"Hi\"", "\"By SMS\"");
    String first = TEXT.substring(0, TEXT.length() - 1) + ",\"failover\":[" + next + "]}";
    assertThat(asApplication().json("POST", "/v1/messages", first).json().text("workflow_id"))
        .isPresent();
    sandbox.whatsApp(PERSON).eventuallyGets("Hi");

    assertThat(app.statuses("/status")).containsExactly("submitted", "delivered", "read");
    assertThat(sandbox.sms(PERSON).transcript().steps()).isEmpty();
    Reply wrong = asApplication()
        .json(
            "POST", "/v1/messages", first.replace("\"channel\":\"sms\"", "\"channel\":\"pigeon\""));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("failover[0].channel");
  }

  @Test
  void tellsWhatAChannelTells() {
    asApplication().json("POST", "/v1/messages", TEXT);
    sandbox.whatsApp(PERSON).eventuallyGets("Hi");
    asApplication().json("POST", "/v1/messages", TEXT.replace("whatsapp", "rcs"));
    sandbox.conversation("rcs", PERSON).eventuallyGets("Hi").says("Ho");

    Json delivered = app.requests("/status").get(1).json();
    assertThat(delivered.get("whatsapp").get("pricing").required("category")).isEqualTo("service");
    Json rcs = app.requests("/status").get(3).json();
    assertThat(rcs.has("usage")).isFalse();
    assertThat(rcs.get("destination").text("network_code")).isPresent();
    assertThat(app.requests("/inbound").get(0).json().text("context_status")).contains("none");
  }

  private Rest asApplication() {
    return new Rest(sandbox)
        .asApplication(application.required("id"), application.get("keys").required("private_key"));
  }
}
