package dev.switchboard.webhooks.ncco;

import static dev.switchboard.webhooks.ncco.Ncco.connect;
import static dev.switchboard.webhooks.ncco.Ncco.conversation;
import static dev.switchboard.webhooks.ncco.Ncco.dtmf;
import static dev.switchboard.webhooks.ncco.Ncco.input;
import static dev.switchboard.webhooks.ncco.Ncco.notifyAt;
import static dev.switchboard.webhooks.ncco.Ncco.phone;
import static dev.switchboard.webhooks.ncco.Ncco.record;
import static dev.switchboard.webhooks.ncco.Ncco.speech;
import static dev.switchboard.webhooks.ncco.Ncco.ssml;
import static dev.switchboard.webhooks.ncco.Ncco.stream;
import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static dev.switchboard.webhooks.ncco.Ncco.transcription;
import static dev.switchboard.webhooks.ncco.Ncco.transfer;
import static dev.switchboard.webhooks.ncco.Ncco.waitFor;
import static dev.switchboard.webhooks.ncco.Ncco.websocket;
import static dev.switchboard.webhooks.ncco.Ncco.whenAnswered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NccoPropertiesTest {
  private static final URI BASE = URI.create("https://pizza.example");
  private static final Route<VoiceEvent> EVENT = Route.nccoEvent("/event");
  private static final Route<AnswerRequest> GREETING = Route.nccoCallback("/greeting");

  /**
   * One breach of one rule.
   *
   * @param actions in JSON, the first of them with the breach
   * @param pointer from that first action on
   */
  private record Breach(Rule rule, String actions, String pointer) {
    static Breach of(Rule rule, String pointer, String actions) {
      return new Breach(rule, actions.replace('\'', '"'), pointer);
    }
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ofMinLength(1).ofMaxLength(40);
  }

  private static Arbitrary<Duration> seconds(int min, int max) {
    return Arbitraries.integers().between(min, max).map(Duration::ofSeconds);
  }

  private static Arbitrary<Listening> inputs() {
    Arbitrary<InputAction> keys = Combinators.combine(
            Arbitraries.integers().between(1, 20), seconds(0, 10), Arbitraries.of(true, false))
        .as((max, time, hash) ->
            input().dtmf(dtmf().maxDigits(max).timeOut(time).submitOnHash(hash)));
    Arbitrary<InputAction> words = Combinators.combine(
            Arbitraries.integers().between(400, 10_000), seconds(1, 60), texts())
        .as((silence, most, word) -> input()
            .speech(speech()
                .endOnSilence(Duration.ofMillis(silence))
                .maxDuration(most)
                .context(word)));
    return Arbitraries.oneOf(
        keys,
        words,
        keys.map(i -> i.speech(speech()).to(EVENT)),
        keys.map(InputAction::asynchronous));
  }

  private static Arbitrary<Step> prompts() {
    Arbitrary<TalkAction> talks = Combinators.combine(
            Arbitraries.oneOf(
                texts().filter(text -> !text.stripLeading().startsWith("<speak")),
                texts().map(text -> ssml().text("x" + text).write())),
            Arbitraries.integers().between(1, 9),
            Arbitraries.doubles().between(-1, 1))
        .as((text, loop, level) -> talk(text).loop(loop).level(level));
    Arbitrary<StreamAction> streams =
        Arbitraries.integers().between(1, 9).map(loop -> stream("/x.mp3").loop(loop));
    Arbitrary<Step> interruptible = Combinators.combine(talks, streams, inputs())
        .as((talk, stream, input) -> talk.loop(0).bargeIn(stream.bargeIn(input)));
    return Arbitraries.oneOf(talks.map(x -> (Step) x), streams.map(x -> (Step) x), interruptible);
  }

  private static Arbitrary<Step> others() {
    Arbitrary<Step> records = Combinators.combine(
            seconds(3, 10), seconds(3, 7200), Arbitraries.integers().between(1, 32))
        .as((silence, most, channels) -> record()
            .endOnSilence(silence)
            .timeOut(most)
            .splitChannels(channels)
            .transcription(transcription().to(EVENT)));
    Arbitrary<Endpoint> endpoints = Arbitraries.of(
        phone("447700900000"),
        phone("447700900000", whenAnswered().press("p1").run(GREETING)),
        Ncco.app("jamie"),
        Ncco.vbc("123"),
        Ncco.sip("sips:a@b.example").header("a", "b"),
        Ncco.sipTrunk("trunk", "user"),
        websocket("/sound").header("a", 1).authorizedBy("Bearer x"));
    Arbitrary<Step> connects = Combinators.combine(endpoints, seconds(3, 7200), seconds(1, 7200))
        .as((endpoint, timeout, limit) -> connect(endpoint)
            .timeout(timeout)
            .limit(limit)
            .from("447700900001")
            .machineDetection(MachineBehavior.CONTINUE)
            .to(EVENT));
    Arbitrary<Step> rest = Arbitraries.oneOf(
        texts().map(text -> notifyAt(EVENT, Map.of("said", text, "url", "/stays"))),
        Arbitraries.integers()
            .between(100, 7_200_000)
            .map(millis -> waitFor(Duration.ofMillis(millis))),
        texts()
            .map(text ->
                conversation("x" + text).mute(true).canHearNobody().transcription(transcription())),
        Arbitraries.just(transfer("CON-1").mute(true).canSpeak("a")));
    return Arbitraries.oneOf(records, connects, rest, inputs().map(x -> (Step) x));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Arbitraries.oneOf(prompts(), others()).list().ofMinSize(1).ofMaxSize(6);
  }

  private static Ncco ncco(List<Step> steps) {
    return Ncco.of(steps.get(0), steps.subList(1, steps.size()).toArray(Step[]::new));
  }

  @Property(tries = 500)
  void whateverIsBuiltIsAccepted(@ForAll("steps") List<Step> steps) {
    assertThat(ncco(steps).check())
        .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
        .isEmpty();
  }

  @Property(tries = 500)
  void whateverIsBuiltComesBackTheSame(@ForAll("steps") List<Step> steps) {
    Ncco ncco = ncco(steps);
    assertThat(Ncco.parse(ncco.json().write())).isEqualTo(ncco);
    String written = ncco.write(BASE);
    Ncco back = Ncco.parse(written);
    assertThat(back.write(URI.create("http://localhost")))
        .as("nothing relative is left")
        .isEqualTo(written);
    List<Action> typed = back.actions();
    assertThat(Ncco.of(typed.get(0), typed.subList(1, typed.size()).toArray(Action[]::new)))
        .as("rebuilt of its typed actions")
        .isEqualTo(back);
    assertThat(typed)
        .extracting(Action::getClass)
        .isEqualTo(ncco.actions().stream().map(Action::getClass).toList());
  }

  @Provide
  Arbitrary<Breach> breaches() {
    String phone = "'endpoint':[{'type':'phone','number':'447700900000'}]";
    return Arbitraries.of(
        Breach.of(Rule.KNOWN_ACTIONS, "/action", "{'action':'sing'}"),
        Breach.of(
            Rule.BARGE_IN_NEEDS_INPUT,
            "/bargeIn",
            "{'action':'talk','text':'x','bargeIn':true},{'action':'wait'}"),
        Breach.of(Rule.ENDLESS_LOOP, "/loop", "{'action':'talk','text':'x','loop':0}"),
        Breach.of(
            Rule.ONE_ENDPOINT,
            "/endpoint",
            "{'action':'connect','endpoint':[{'type':'app','user':'a'},{'type':'app','user':'b'}]}"),
        Breach.of(
            Rule.ONE_CALLER_ID,
            "/randomFromNumber",
            "{'action':'connect'," + phone + ",'from':'1','randomFromNumber':true}"),
        Breach.of(
            Rule.ONE_MACHINE_DETECTION,
            "/machineDetection",
            "{'action':'connect'," + phone
                + ",'machineDetection':'hangup','advancedMachineDetection':{'behavior':'hangup'}}"),
        Breach.of(Rule.CHANNELS_NEED_SPLIT, "/channels", "{'action':'record','channels':2}"),
        Breach.of(
            Rule.TRANSCRIPTION_NEEDS_RECORD,
            "/transcription",
            "{'action':'conversation','name':'x','transcription':{}}"),
        Breach.of(
            Rule.MUTE_OR_CAN_SPEAK,
            "/mute",
            "{'action':'conversation','name':'x','mute':true,'canSpeak':['a']}"),
        Breach.of(
            Rule.ASYNCHRONOUS_WITHOUT_DTMF,
            "/dtmf",
            "{'action':'input','type':['dtmf'],'mode':'asynchronous','dtmf':{}}"),
        Breach.of(
            Rule.TEXT_TOO_LONG, "/text", "{'action':'talk','text':'" + "x".repeat(1501) + "'}"),
        Breach.of(Rule.TALK_TEXT, "/text", "{'action':'talk','text':''}"),
        Breach.of(
            Rule.EVENT_URL_IS_ARRAY,
            "/eventUrl",
            "{'action':'record','eventUrl':'https://x.example'}"),
        Breach.of(
            Rule.PARTICIPANTS,
            "/canHear",
            "{'action':'transfer','conversationId':'CON-1','canHear':[" + "'a',".repeat(50)
                + "'a']}"),
        Breach.of(
            Rule.WEBSOCKET_HEADERS,
            "/endpoint/0/headers",
            "{'action':'connect','endpoint':[{'type':'websocket','uri':'wss://x','headers':{'a':'"
                + "x".repeat(505) + "'}}]}"),
        Breach.of(Rule.WITHDRAWN, "/action", "{'action':'pay','amount':1}"));
  }

  @Property(tries = 800)
  void eachBreachIsReportedAtItsPlace(
      @ForAll("steps") List<Step> steps, @ForAll("breaches") Breach breach, @ForAll int where) {
    assertReported(steps, breach, where);
  }

  /** In which action, and where in it, each range counts. */
  private static final Map<Range, String> NUMBERS = Map.ofEntries(
      Map.entry(Range.LEVEL, "{'action':'talk','text':'x','level':N}/level"),
      Map.entry(Range.LOOP, "{'action':'stream','streamUrl':['/x'],'loop':N}/loop"),
      Map.entry(Range.STYLE, "{'action':'talk','text':'x','style':N}/style"),
      Map.entry(
          Range.DTMF_TIME_OUT,
          "{'action':'input','type':['dtmf'],'dtmf':{'timeOut':N}}/dtmf/timeOut"),
      Map.entry(
          Range.DTMF_MAX_DIGITS,
          "{'action':'input','type':['dtmf'],'dtmf':{'maxDigits':N}}/dtmf/maxDigits"),
      Map.entry(
          Range.SPEECH_END_ON_SILENCE,
          "{'action':'input','type':['speech'],'speech':{'endOnSilence':N}}/speech/endOnSilence"),
      Map.entry(
          Range.SPEECH_START_TIMEOUT,
          "{'action':'input','type':['speech'],'speech':{'startTimeout':N}}/speech/startTimeout"),
      Map.entry(
          Range.SPEECH_MAX_DURATION,
          "{'action':'input','type':['speech'],'speech':{'maxDuration':N}}/speech/maxDuration"),
      Map.entry(
          Range.SPEECH_SENSITIVITY,
          "{'action':'input','type':['speech'],'speech':{'sensitivity':N}}/speech/sensitivity"),
      Map.entry(Range.RECORD_END_ON_SILENCE, "{'action':'record','endOnSilence':N}/endOnSilence"),
      Map.entry(Range.RECORD_TIME_OUT, "{'action':'record','timeOut':N}/timeOut"),
      Map.entry(
          Range.RECORD_CHANNELS,
          "{'action':'record','split':'conversation','channels':N}/channels"),
      Map.entry(
          Range.CONNECT_TIMEOUT,
          "{'action':'connect','endpoint':[{'type':'app','user':'a'}],'timeout':N}/timeout"),
      Map.entry(
          Range.CONNECT_LIMIT,
          "{'action':'connect','endpoint':[{'type':'app','user':'a'}],'limit':N}/limit"),
      Map.entry(
          Range.BEEP_TIMEOUT,
          "{'action':'connect','endpoint':[{'type':'app','user':'a'}],'advancedMachineDetection':{'beep_timeout':N}}/advancedMachineDetection/beep_timeout"),
      Map.entry(Range.WAIT_TIMEOUT, "{'action':'wait','timeout':N}/timeout"));

  @Provide
  Arbitrary<Breach> numbersOutOfRange() {
    return Arbitraries.of(NUMBERS.entrySet())
        .flatMap(place -> numbersOutOf(place.getKey()).map(number -> {
          String filled = place.getValue().replace("N", number.toPlainString());
          int end = filled.lastIndexOf('}') + 1;
          return Breach.of(place.getKey().rule(), filled.substring(end), filled.substring(0, end));
        }));
  }

  private static Arbitrary<BigDecimal> numbersOutOf(Range range) {
    BigDecimal far = BigDecimal.valueOf(100_000);
    return Arbitraries.bigDecimals()
        .between(far.negate(), far)
        .ofScale(1)
        .map(number -> range.isWhole() ? new BigDecimal(number.toBigInteger()) : number)
        .filter(number -> !range.contains(number));
  }

  @Property(tries = 800)
  void eachNumberOutOfRangeIsReportedAtItsPlace(
      @ForAll("steps") List<Step> steps,
      @ForAll("numbersOutOfRange") Breach breach,
      @ForAll int where) {
    assertReported(steps, breach, where);
  }

  /** Puts the breach between two steps: it is found there, and every error is of that rule. */
  private static void assertReported(List<Step> steps, Breach breach, int where) {
    int at = Math.floorMod(where, steps.size() + 1);
    List<Json> actions = new ArrayList<>();
    steps.subList(0, at).forEach(step -> step.actions().forEach(a -> actions.add(a.json())));
    int index = actions.size();
    actions.addAll(Json.parse('[' + breach.actions() + ']').items());
    steps
        .subList(at, steps.size())
        .forEach(step -> step.actions().forEach(a -> actions.add(a.json())));
    List<Finding> found = NccoChecker.check(Json.array(actions));
    assertThat(found).anySatisfy(finding -> {
      assertThat(finding.rule()).isEqualTo(breach.rule());
      assertThat(finding.pointer()).isEqualTo("/" + index + breach.pointer());
    });
    assertThat(found)
        .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
        .allMatch(finding -> finding.rule() == breach.rule());
  }
}
