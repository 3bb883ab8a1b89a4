package dev.switchboard.webhooks.ncco;

import static dev.switchboard.webhooks.ncco.Ncco.connect;
import static dev.switchboard.webhooks.ncco.Ncco.conversation;
import static dev.switchboard.webhooks.ncco.Ncco.input;
import static dev.switchboard.webhooks.ncco.Ncco.notifyAt;
import static dev.switchboard.webhooks.ncco.Ncco.phone;
import static dev.switchboard.webhooks.ncco.Ncco.record;
import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static dev.switchboard.webhooks.ncco.Ncco.transcription;
import static dev.switchboard.webhooks.ncco.Ncco.websocket;
import static dev.switchboard.webhooks.ncco.Ncco.whenAnswered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import dev.switchboard.webhooks.voice.NotifyEvent;
import dev.switchboard.webhooks.voice.RecordEvent;
import dev.switchboard.webhooks.voice.TranscriptionEvent;
import java.net.URI;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What goes over the wire, and what came over it. */
class NccoWritingTest {
  private static final URI BASE = URI.create("https://pizza.example/app/");
  private static final Route<InputEvent> CHOICE = Route.nccoCallback("/choice");
  private static final Route<RecordEvent> RECORDED = Route.callback("/recorded");
  private static final Route<TranscriptionEvent> WRITTEN = Route.callback("/written");
  private static final Route<NotifyEvent> NOTED = Route.nccoCallback("/noted");
  private static final Route<AnswerRequest> GREETING = Route.nccoCallback("/greeting");

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void givesEachCallerBytesOfItsOwnForItsBaseUrl() {
    Ncco ncco = Ncco.of(Ncco.stream("/hold.mp3"));
    for (int time = 0; time < 3; time++) {
      byte[] bytes = ncco.writeBytes(BASE);
      assertThat(bytes)
          .asString()
          .isEqualTo(
              "[{\"action\":\"stream\",\"streamUrl\":[\"https://pizza.example/app/hold.mp3\"]}]");
      bytes[0] = '!'; // nobody else's
      assertThat(ncco.writeBytes(URI.create("http://localhost:1")))
          .asString()
          .contains("http://localhost:1/hold.mp3");
    }
  }

  @Test
  void writesUrlsAndNothingElseAbsolute() {
    Ncco ncco = Ncco.of(
        notifyAt(NOTED, Map.of("eventUrl", "/stays", "url", "/stays")),
        record().transcription(transcription().to(WRITTEN)).to(RECORDED),
        connect(phone("447700900000", whenAnswered().run(GREETING, "/r.mp3")))
            .ringbackTone("/t.mp3"),
        connect(websocket("/sound")),
        conversation("/name").musicOnHoldUrl("/hold.mp3"));
    assertThat(ncco.write(BASE)).isEqualTo("""
            [{'action':'notify','payload':{'eventUrl':'/stays','url':'/stays'},\
            'eventUrl':['https://pizza.example/app/noted']},\
            {'action':'record','transcription':{'eventUrl':['https://pizza.example/app/written']},\
            'eventUrl':['https://pizza.example/app/recorded']},\
            {'action':'connect','endpoint':[{'type':'phone','number':'447700900000',\
            'onAnswer':{'url':'https://pizza.example/app/greeting','ringbackTone':'https://pizza.example/app/r.mp3'}}],\
            'ringbackTone':'https://pizza.example/app/t.mp3'},\
            {'action':'connect','endpoint':[{'type':'websocket','uri':'wss://pizza.example/app/sound',\
            'content-type':'audio/l16;rate=16000'}]},\
            {'action':'conversation','name':'/name','musicOnHoldUrl':['https://pizza.example/app/hold.mp3']}]""".replace('\'', '"'));
    assertThat(ncco.writeBytes(BASE)).asString().isEqualTo(ncco.write(BASE));
  }

  @Test
  void isWrittenOnceForEachBaseUrlInARow() {
    Ncco ncco = Ncco.of(input().digits(1).to(CHOICE));
    String once = ncco.write(BASE);
    assertThat(ncco.write(BASE)).isSameAs(once);
    assertThat(ncco.write(URI.create("http://localhost:1")))
        .contains("\"http://localhost:1/choice\"");
    assertThat(ncco.write(BASE)).isEqualTo(once);
    ncco.writeBytes(BASE)[0] = 0;
    assertThat(ncco.write(BASE)).isEqualTo(once);
    assertRefused(() -> ncco.write(URI.create("ftp://x")), "The base URL is http or https.");
  }

  @Test
  void readsAnythingAndKeepsIt() {
    String text =
        "[{\"action\":\"talk\",\"text\":7,\"new\":[1.50]},{\"action\":\"foo\"},3,{\"action\":\"pay\",\"amount\":9.99,"
            + "\"prompts\":[{\"type\":\"CardNumber\",\"text\":\"Card?\",\"errors\":{\"Timeout\":{\"text\":\"Late\"}}}],"
            + "\"voice\":{\"language\":\"en-GB\",\"style\":1}}]";
    Ncco ncco = Ncco.parse(text);
    assertThat(ncco.write(BASE)).isEqualTo(text);
    assertThat(((TalkAction) ncco.actions().get(0)).text()).hasValue("7");
    assertThat(ncco.actions().get(1)).isInstanceOf(Action.Other.class);
    assertThat(ncco.actions().get(2)).isInstanceOf(UnknownAction.class);
    PayAction pay = (PayAction) ncco.actions().get(3);
    assertThat(pay.amount().orElseThrow()).isEqualByComparingTo("9.99");
    assertThat(pay.prompts().get(0).error("Timeout")).hasValue("Late");
    assertThat(pay.prompts().get(0).text()).hasValue("Card?");
    assertThat(pay.language()).hasValue("en-GB");
    assertThat(pay.style()).hasValue(1);
    assertThat(ncco).hasToString("[talk, foo, ?, pay]");

    Ncco object = Ncco.parse("{\"error\":\"x\"}");
    assertThat(object.actions()).isEmpty();
    assertThat(object.write(BASE)).isEqualTo("{\"error\":\"x\"}");
    assertThatThrownBy(() -> Ncco.parse("[")).isInstanceOf(JsonException.class);
  }

  @Test
  void equalsByWhatItSays() {
    assertThat(Ncco.of(talk("Hi").loop(1)))
        .isEqualTo(Ncco.parse("[{\"loop\":1.0,\"text\":\"Hi\",\"action\":\"talk\"}]"))
        .hasSameHashCodeAs(Ncco.of(talk("Hi").loop(1)))
        .isNotEqualTo(Ncco.of(talk("Hi")));
    assertThat(Endpoint.read(Json.object("type", "fax"))).isInstanceOf(Endpoint.Other.class);
  }
}
