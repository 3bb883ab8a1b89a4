import static dev.switchboard.webhooks.ncco.Ncco.*;

import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.voice.*;
import java.time.Duration;

@VoiceApp(name = "Line")
class Line {
  static final int MANY = 10 * 3;
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration BEEP = LONG;

  // A constant is seen wherever it is built.
  private static final Ncco BYE =
      Ncco.of(talk("Bye.").level(1.5)); // expect: SWB501 at 1.5

  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    InputAction keys =
        input().digits(MANY); // expect: SWB501 at MANY
    Dtmf dtmf = dtmf()
        .maxDigits(0) // expect: SWB501 at 0
        .maxDigits(20)
        .timeOut(LONG); // expect: SWB501 at LONG
    Speech speech = speech()
        .endOnSilence(Duration.ofMillis(399)) // expect: SWB501 at Duration.ofMillis(399)
        .endOnSilence(Duration.ofMillis(400))
        .startTimeout(Duration.ZERO.plusSeconds(0))
        .startTimeout(Duration.ofMillis(1500)) // expect: SWB501 at Duration.ofMillis(1500)
        .maxDuration(Duration.ofSeconds(61)) // expect: SWB501 at Duration.ofSeconds(61)
        .sensitivity((9)); // expect: SWB501 at (9)
    RecordAction record = record()
        .splitChannels(33) // expect: SWB501 at 33
        .endOnSilence(Duration.ofSeconds(2)) // expect: SWB501 at Duration.ofSeconds(2)
        .timeOut(Duration.ofHours(2))
        .timeOut(Duration.ofHours(3)); // expect: SWB501 at Duration.ofHours(3)
    ConnectAction connect = connect(phone("447700900000"))
        .timeout(Duration.ofSeconds(1 + 1)) // expect: SWB501 at Duration.ofSeconds(1 + 1)
        .limit(Duration.ofDays(1)); // expect: SWB501 at Duration.ofDays(1)
    AdvancedMachineDetection machines = advancedMachineDetection(MachineBehavior.HANGUP)
        .beepTimeout(BEEP)
        .beepTimeout(Duration.ofSeconds(121)); // expect: SWB501 at Duration.ofSeconds(121)
    Step talk = talk("Hello.")
        .style(-1) // expect: SWB501 at -1
        .loop(-(2)); // expect: SWB501 at -(2)
    Step stream = stream("/music.mp3").loop(3).level(-1).level(-1.01); // expect: SWB501 at -1.01
    int unknown = call.hashCode();
    return Ncco.of(
        talk("Hello.").loop(unknown),
        waitFor(Duration.ofNanos(5)), // expect: SWB501 at Duration.ofNanos(5)
        keys);
  }

  /** Other people's methods of the same names. */
  static class Elsewhere {
    Elsewhere digits(int many) {
      return this;
    }

    Elsewhere timeout(Duration time) {
      return digits(100).timeout(Duration.ofDays(3));
    }
  }

  @SuppressWarnings({"unused", "SWB501"})
  private static final Dtmf SUPPRESSED = dtmf().maxDigits(21);
}
