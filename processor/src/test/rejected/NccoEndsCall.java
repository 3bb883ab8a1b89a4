import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.*;
import java.time.Duration;

@VoiceApp(name = "Line")
class Line {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(
        Ncco.talk("Speak after the beep."),
        Ncco.record().beepStart(true)); // expect: SWB504 at Ncco.record().beepStart(true)
  }

  @FallbackAnswerUrl
  Ncco sorry(FallbackRequest call) {
    return Ncco.of(Ncco.record().endOnKey('#'));
  }

  Ncco alone() {
    return Ncco.of(Ncco.record()); // expect: SWB504 at Ncco.record()
  }

  Ncco atMost() {
    return Ncco.of(
        Ncco.record().timeOut(Duration.ofSeconds(60))); // expect: SWB504 at Ncco.record().timeOut(Duration.ofSeconds(60))
  }

  Ncco atMostAndSilence() {
    return Ncco.of(
        Ncco.record().timeOut(Duration.ofSeconds(60)).endOnSilence(Duration.ofSeconds(3)));
  }

  Ncco whileConnected() {
    return Ncco.of(Ncco.record(), Ncco.connect(Ncco.phone("447700900000")));
  }

  Ncco silence() {
    return Ncco.of(Ncco.record().endOnSilence(Duration.ofSeconds(3)));
  }
}
