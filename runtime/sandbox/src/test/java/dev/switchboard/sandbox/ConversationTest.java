package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several legs in one conversation, moderated and not (domain: NCCO reference, sections 7 and 11). */
class ConversationTest {
  private static final String NUMBER = "447700900123";
  private static final String CHAIR = "447700900001";
  private static final String ANN = "447700900010";
  private static final String BEN = "447700900011";

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime());
  private final TestApp app;

  ConversationTest() throws IOException {
    app = new TestApp();
  }

  @BeforeEach
  void register() {
    app.register(sandbox, NUMBER);
  }

  @AfterEach
  void close() {
    app.close();
    sandbox.close();
  }

  @Test
  void everybodyHearsEverybody() {
    Call ann = join(ANN, "");
    Call ben = join(BEN, "");
    Call chair = join(CHAIR, "");
    chair.says("Welcome.");

    ann.hears("Welcome.");
    ben.hears("Welcome.").says("Hello.");
    ann.hears("Hello.");
    chair.hears("Hello.");
    ann.hangUp();
    assertThat(ben.status()).isEqualTo("answered");
  }

  @Test
  void waitsForTheOneWhoMayStart() {
    Call ann = join(ANN, ",'startOnEnter':false,'musicOnHoldUrl':['https://m.example/hold.mp3']");
    Call ben = join(BEN, ",'startOnEnter':false");
    ann.hears("https://m.example/hold.mp3");
    Call chair = join(CHAIR, "");
    chair.says("We begin.");

    ann.hears("We begin.");
    ben.hears("We begin.").says("At last.");
    ann.hears("At last.");
    assertThat(chair.transcript().heard()).containsExactly("At last.");
  }

  @Test
  void nobodyIsHeardBeforeItStarts() {
    Call ann = join(ANN, ",'startOnEnter':false");
    Call ben = join(BEN, ",'startOnEnter':false");
    join(CHAIR, "").hangUp();
    ann.says("Now we may.");

    ben.hears("Now we may.");
    assertThat(ann.transcript().heard()).isEmpty();
  }

  @Test
  void endsWithTheOneItWasToEndWith() {
    Call ann = join(ANN, "", "{'action':'talk','text':'The conference is over.'}");
    Call ben = join(BEN, "");
    Call chair = join(CHAIR, ",'endOnExit':true");
    chair.hangUp();

    ann.hears("The conference is over.").ends();
    ben.ends();
    assertThat(completed(BEN).text("disconnected_by")).contains("platform");
  }

  @Test
  void hearsNothingOfTheMuted() {
    Call ann = join(ANN, ",'mute':true");
    Call ben = join(BEN, "");
    ben.says("Can you hear me?");
    ann.hears("Can you hear me?");
    sandbox.advance(Duration.ofSeconds(1));
    mutter(ann, "Yes.");

    assertThat(ben.transcript().heard()).isEmpty();
  }

  @Test
  void letsOnlySomeSpeakAndHear() {
    Call ann = join(ANN, "");
    Call ben = join(BEN, "");
    Call coach = join(CHAIR, ",'canSpeak':['" + ann.uuid() + "']");
    Call deaf = join("447700900012", ",'canHear':[]");
    coach.says("Offer a discount.");
    ben.says("How much is it?");

    ann.hears("Offer a discount.").hears("How much is it?");
    assertThat(ben.transcript().heard()).isEmpty();
    assertThat(coach.transcript().heard()).containsExactly("How much is it?");
    assertThat(deaf.transcript().heard()).isEmpty();
  }

  @Test
  void tellsOfARecordingWhenItIsOver() {
    Call ann = join(ANN, ",'record':true,'eventUrl':['" + app.url("/recorded") + "']");
    Call ben = join(BEN, "");
    sandbox.advance(Duration.ofSeconds(12).minusMillis(2));
    ann.hangUp();
    assertThat(app.requests("/recorded")).isEmpty();
    ben.hangUp();
    sandbox.advance(Duration.ofSeconds(1));

    Json recorded = app.requests("/recorded").get(0).json();
    assertThat(recorded.integer("size")).contains(44L + 12 * 16_000);
    assertThat(recorded.text("conversation_uuid"))
        .isEqualTo(completed(BEN).text("conversation_uuid"));
  }

  @Test
  void movesEveryLegElsewhere() {
    Call ann = join(ANN, "");
    Call ben = join(BEN, "");
    Json joined = events("transfer").get(0);
    String room = joined.required("conversation_uuid_to");
    app.on(
        "/answer",
        Answer.ncco(
            "[{'action':'connect','endpoint':[{'type':'phone','number':'447700900020'}]}]"));
    Call cara = sandbox.call("447700900015");
    Call dan = sandbox.callee("447700900020");
    app.on("/answer", Answer.ncco("[{'action':'transfer','conversationId':'" + room + "'}]"));
    Call eve = sandbox.call("447700900016");
    sandbox.advance(Duration.ofSeconds(1));
    eve.says("Here I am.");

    ann.hears("Here I am.");
    ben.hears("Here I am.");
    assertThat(cara.transcript().heard()).isEmpty();
    assertThat(dan.status()).isEqualTo("answered");
    assertThat(events("transfer"))
        .filteredOn(event -> event.text("uuid").equals(Optional.of(eve.uuid())))
        .singleElement()
        .satisfies(event -> assertThat(event.text("conversation_uuid_to")).contains(room));
  }

  @Test
  void endsTheCallThatIsMovedNowhere() {
    app.on("/answer", Answer.ncco("[{'action':'transfer','conversationId':'CON-none'}]"));
    sandbox.call(ANN).ends();

    assertThat(app.requests("/event"))
        .anyMatch(event ->
            event.json().text("reason").equals(Optional.of("there is no conversation CON-none")));
  }

  @Test
  void takesFiftyAndNoMore() {
    app.on(
        "/answer",
        Answer.ncco("[{'action':'conversation','name':'full'},{'action':'talk','text':'Full.'}]"));
    for (int i = 0; i < 50; i++) {
      sandbox.call(Long.toString(447700910000L + i));
    }
    sandbox.advance(Duration.ofSeconds(1));
    sandbox.call(ANN).hears("Full.").ends();
  }

  private Call join(String who, String options) {
    return join(who, options, "");
  }

  private Call join(String who, String options, String then) {
    app.on(
        "/answer",
        Answer.ncco("[{'action':'conversation','name':'desk'" + options + "}"
            + (then.isEmpty() ? "" : "," + then) + "]"));
    int before = events("transfer").size();
    Call call = sandbox.call(who);
    sandbox.advance(Duration.ofMillis(1));
    assertThat(events("transfer")).hasSize(before + 1);
    return call;
  }

  /** Speaks without waiting for a listener. */
  private void mutter(Call call, String text) {
    Rest.Reply reply = new Rest(sandbox)
        .json(
            "POST",
            "/sandbox/calls/" + call.uuid() + "/say",
            Json.object("text", text, "wait", false).write());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(call.transcript().toString()).contains("nobody listens to words");
  }

  private List<Json> events(String type) {
    return app.requests("/event").stream()
        .map(WebhookRequest::json)
        .filter(event -> event.text("type").equals(Optional.of(type)))
        .toList();
  }

  private Json completed(String from) {
    return app.requests("/event").stream()
        .map(WebhookRequest::json)
        .filter(event -> event.text("status").equals(Optional.of("completed"))
            && event.text("from").equals(Optional.of(from)))
        .findFirst()
        .orElseThrow();
  }
}
