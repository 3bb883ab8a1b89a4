package dev.switchboard.webhooks.ncco;

import static dev.switchboard.webhooks.ncco.Ncco.conversation;
import static dev.switchboard.webhooks.ncco.Ncco.dtmf;
import static dev.switchboard.webhooks.ncco.Ncco.input;
import static dev.switchboard.webhooks.ncco.Ncco.notifyAt;
import static dev.switchboard.webhooks.ncco.Ncco.record;
import static dev.switchboard.webhooks.ncco.Ncco.speech;
import static dev.switchboard.webhooks.ncco.Ncco.ssml;
import static dev.switchboard.webhooks.ncco.Ncco.stream;
import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static dev.switchboard.webhooks.ncco.Ncco.transcription;
import static dev.switchboard.webhooks.ncco.Ncco.transfer;
import static dev.switchboard.webhooks.ncco.Ncco.waitFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.voice.InputEvent;
import dev.switchboard.webhooks.voice.NotifyEvent;
import dev.switchboard.webhooks.voice.RecordEvent;
import dev.switchboard.webhooks.voice.TranscriptionEvent;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NccoTest {
  private static final Route<InputEvent> CHOICE = Route.nccoCallback("/choice");
  private static final Route<RecordEvent> RECORDED = Route.callback("/recorded");
  private static final Route<TranscriptionEvent> WRITTEN = Route.callback("/written");
  private static final Route<NotifyEvent> NOTED = Route.nccoCallback("/noted");

  private static void assertJson(Step step, String json) {
    Ncco ncco = Ncco.of(step);
    assertThat(ncco.json().write()).isEqualTo("[" + json.replace('\'', '"') + "]");
    assertThat(ncco.check())
        .filteredOn(f -> f.severity() == Finding.Severity.ERROR)
        .isEmpty();
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void talks() {
    TalkAction talk =
        talk("Hi").language("en-GB").style(2).premium(true).loop(3).level(-0.40);
    assertJson(
        talk,
        "{'action':'talk','text':'Hi','language':'en-GB','style':2,'premium':true,'loop':3,'level':-0.4}");
    assertThat(talk.text()).hasValue("Hi");
    assertThat(talk.language()).hasValue("en-GB");
    assertThat(talk.style()).hasValue(2);
    assertThat(talk.premium()).hasValue(true);
    assertThat(talk.loop()).hasValue(3);
    assertThat(talk.level().orElseThrow()).isEqualByComparingTo("-0.4");
    assertThat(talk.allowsBargeIn()).isEmpty();
    assertThat(talk("Hi").with("pitch", "low").json().text("pitch")).hasValue("low");
  }

  @Test
  void refusesTalksOutOfRange() {
    assertRefused(() -> talk(""), "talk.text is 1 to 1500 characters, not 0.");
    assertRefused(() -> talk("x".repeat(1501)), "talk.text is 1 to 1500 characters, not 1501.");
    assertRefused(() -> talk("Hi").level(99), "level is -1 to 1, not 99.0.");
    assertRefused(() -> talk("Hi").level(Double.NaN), "level is -1 to 1, not NaN.");
    assertRefused(() -> talk("Hi").loop(-1), "loop is 0 or more, not -1.");
    assertRefused(() -> talk("Hi").style(-1), "talk.style is 0 or more, not -1.");
    assertThat(talk("\uD83C\uDF55".repeat(1500)).text()).isPresent();
    assertThat(
            talk("<speak><break time=\"1s\"/>" + "x".repeat(1500) + "</speak>").text())
        .isPresent();
  }

  @Test
  void escapesSpeech() {
    assertJson(
        talk(ssml()
            .text("Tom & <Jerry>\u0000")
            .pause(Duration.ofSeconds(1))
            .sayAs("digits", "1\"2")),
        "{'action':'talk','text':'<speak>Tom &amp; &lt;Jerry&gt;<break time=\\'1000ms\\'/>"
            + "<say-as interpret-as=\\'digits\\'>1&quot;2</say-as></speak>'}");
    assertThat(ssml()
            .paragraph(ssml().sentence(ssml().in("fr-FR", "Ça va?")))
            .raw("<mark name=\"x\"/>")
            .write())
        .isEqualTo("<speak><p><s><lang xml:lang=\"fr-FR\">Ça va?</lang></s></p>"
            + "<mark name=\"x\"/></speak>");
    assertThat(ssml().text("4711")).hasToString("speech of 4 characters");
    assertRefused(() -> ssml().pause(Duration.ofMillis(-1)), "A pause cannot be negative.");
  }

  @Test
  void streams() {
    StreamAction stream = stream("/hold.mp3").loop(0).level(1);
    assertJson(stream, "{'action':'stream','streamUrl':['/hold.mp3'],'loop':0,'level':1}");
    assertThat(stream.streamUrl()).hasValue("/hold.mp3");
    assertThat(stream.loop()).hasValue(0);
    assertRefused(
        () -> stream("//evil.example/x.mp3"),
        "streamUrl is a path such as /hold.mp3 or an http or https URL, not \"//evil.example/x.mp3\".");
  }

  @Test
  void letsTheCallerInterrupt() {
    Ncco ncco = Ncco.of(
        talk("One.").bargeIn(stream("/two.mp3").bargeIn(input().digits(1).to(CHOICE))),
        talk("Bye."));
    assertThat(ncco.actions()).hasSize(4);
    assertThat(ncco).hasToString("[talk, stream, input, talk]");
    assertThat(((TalkAction) ncco.actions().get(0)).allowsBargeIn()).hasValue(true);
    assertThat(((StreamAction) ncco.actions().get(1)).allowsBargeIn()).hasValue(true);
    assertThat(ncco.check()).extracting(Finding::rule).containsExactly(Rule.AFTER_INPUT);
  }

  @Test
  void listens() {
    InputAction keys = input()
        .dtmf(dtmf().maxDigits(20).timeOut(Duration.ZERO).submitOnHash(true))
        .to(CHOICE.with("order", "a b"));
    assertJson(
        keys,
        "{'action':'input','type':['dtmf'],'dtmf':{'maxDigits':20,'timeOut':0,'submitOnHash':true},"
            + "'eventUrl':['/choice?order=a%20b']}");
    assertThat(keys.dtmf().orElseThrow().timeOut()).hasValue(Duration.ZERO);
    assertThat(keys.dtmf().orElseThrow().maxDigits()).hasValue(20);
    assertThat(keys.dtmf().orElseThrow().submitOnHash()).hasValue(true);
    assertThat(keys.eventUrl()).hasValue("/choice?order=a%20b");

    InputAction words = input()
        .digits(4)
        .speech(speech()
            .language("en-GB")
            .context("small", "large")
            .uuid("leg")
            .endOnSilence(Duration.ofMillis(400))
            .startTimeout(Duration.ofSeconds(5))
            .maxDuration(Duration.ofSeconds(60))
            .saveAudio(true)
            .sensitivity(10));
    assertJson(
        words,
        "{'action':'input','type':['dtmf','speech'],'dtmf':{'maxDigits':4},'speech':{'language':'en-GB',"
            + "'context':['small','large'],'uuid':['leg'],'endOnSilence':0.4,'startTimeout':5,"
            + "'maxDuration':60,'saveAudio':true,'sensitivity':10}}");
    Speech speech = words.speech().orElseThrow();
    assertThat(speech.endOnSilence()).hasValue(Duration.ofMillis(400));
    assertThat(speech.context().orElseThrow()).containsExactly("small", "large");
    assertThat(speech.uuid()).hasValue("leg");
    assertThat(speech.sensitivity()).hasValue(10);
    assertThat(words.types()).containsExactly("dtmf", "speech");
  }

  @Test
  void listensToEveryKeyWhileItGoesOn() {
    assertJson(
        input().digits(3).asynchronous(),
        "{'action':'input','type':['dtmf'],'mode':'asynchronous'}");
    assertJson(input().asynchronous().dtmf(dtmf()), "{'action':'input','type':['dtmf'],'dtmf':{}}");
    assertThat(input().asynchronous().mode()).hasValue("asynchronous");
  }

  @Test
  void refusesInputsOutOfRange() {
    assertRefused(() -> input().digits(0), "dtmf.maxDigits is 1 to 20, not 0.");
    assertRefused(
        () -> dtmf().timeOut(Duration.ofSeconds(11)), "dtmf.timeOut is 0 to 10 seconds, not 11.");
    assertRefused(
        () -> dtmf().timeOut(Duration.ofMillis(1500)),
        "dtmf.timeOut is a whole number of seconds, not 1.5.");
    assertRefused(
        () -> speech().endOnSilence(Duration.ofMillis(399)),
        "speech.endOnSilence is 0.4 to 10 seconds, not 0.399.");
    assertRefused(() -> speech().sensitivity(101), "speech.sensitivity is 10 to 100, not 101.");
  }

  @Test
  void records() {
    RecordAction record = record()
        .format(RecordAction.Format.OGG)
        .splitChannels(2)
        .endOnSilence(Duration.ofSeconds(3))
        .endOnKey('#')
        .timeOut(Duration.ofHours(2))
        .beepStart(true)
        .transcription(transcription().language("en-GB").sentimentAnalysis(true).to(WRITTEN))
        .to(RECORDED.method("GET"));
    assertJson(
        record,
        "{'action':'record','format':'ogg','split':'conversation','channels':2,'endOnSilence':3,'endOnKey':'#',"
            + "'timeOut':7200,'beepStart':true,'transcription':{'language':'en-GB','sentimentAnalysis':true,"
            + "'eventUrl':['/written']},'eventUrl':['/recorded'],'eventMethod':'GET'}");
    assertThat(record.splitChannels()).hasValue(2);
    assertThat(record.timeOut()).hasValue(Duration.ofHours(2));
    assertThat(record.eventMethod()).hasValue("GET");
    assertThat(record.transcription().orElseThrow().eventUrl()).hasValue("/written");
    assertThat(record.to(RECORDED).eventMethod()).isEmpty();
    assertRefused(() -> record().splitChannels(33), "record.channels is 1 to 32, not 33.");
    assertRefused(
        () -> record().endOnKey('x'), "record.endOnKey is one of 0 to 9, * and #, not 'x'.");
  }

  @Test
  void joinsConferences() {
    ConversationAction conference = conversation("board")
        .musicOnHoldUrl("https://cdn.example/hold.mp3")
        .startOnEnter(false)
        .endOnExit(true)
        .transcription(transcription())
        .canHear("a", "b")
        .canSpeakToNobody()
        .to(RECORDED);
    assertJson(
        conference,
        "{'action':'conversation','name':'board','musicOnHoldUrl':['https://cdn.example/hold.mp3'],"
            + "'startOnEnter':false,'endOnExit':true,'record':true,'transcription':{},'canHear':['a','b'],"
            + "'canSpeak':[],'eventUrl':['/recorded']}");
    assertThat(conference.canSpeak().orElseThrow()).isEmpty();
    assertThat(conference.mute(true).canSpeak()).isEmpty();
    assertThat(conference.mute(true).canSpeak("a").mute()).isEmpty();
    assertThat(conference.record(false).transcription()).isEmpty();
    assertRefused(() -> conversation(" "), "conversation.name cannot be blank.");
    assertRefused(
        () -> conversation("x").canHear("x", new String[50]),
        "participants of a conversation is 0 to 50, not 51.");
  }

  @Test
  void pausesTellsAndTransfers() {
    assertJson(waitFor(Duration.ofMillis(500)), "{'action':'wait','timeout':0.5}");
    assertRefused(
        () -> waitFor(Duration.ofHours(3)), "wait.timeout is 0.1 to 7200 seconds, not 10800.");
    NotifyAction told = notifyAt(NOTED, Map.of("step", 2, "path", "/x"));
    assertJson(told, "{'action':'notify','payload':{'path':'/x','step':2},'eventUrl':['/noted']}");
    assertThat(told.payload().orElseThrow().integer("step")).hasValue(2L);
    assertJson(
        transfer("CON-1").mute(true).canSpeak("a").canHearNobody(),
        "{'action':'transfer','conversationId':'CON-1','canSpeak':['a'],'canHear':[]}");
  }
}
