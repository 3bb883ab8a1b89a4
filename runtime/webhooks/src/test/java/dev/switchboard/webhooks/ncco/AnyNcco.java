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

import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates NCCOs by every builder, with every option in its range: all of them valid. */
final class AnyNcco {
  private static final Route<VoiceEvent> EVENT = Route.nccoEvent("/event");
  private static final Route<AnswerRequest> GREETING = Route.nccoCallback("/greeting");

  private AnyNcco() {}

  /** One to six steps, in any order. */
  static Arbitrary<List<Step>> steps() {
    return Arbitraries.oneOf(prompts(), others()).list().ofMinSize(1).ofMaxSize(6);
  }

  static Ncco of(List<Step> steps) {
    return Ncco.of(steps.get(0), steps.subList(1, steps.size()).toArray(Step[]::new));
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
}
