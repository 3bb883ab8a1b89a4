import static dev.switchboard.webhooks.ncco.Ncco.*;

import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.*;

@VoiceApp(name = "Line")
class Line {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(
        talk("Wait.").loop(1),
        transfer("CON-1"),
        talk("Never."), // expect: SWB503 at talk("Never.")
        talk("Nor this."));
  }

  @FallbackAnswerUrl
  Ncco sorry(FallbackRequest call) {
    return Ncco.of(
        stream("/music.mp3").loop(0),
        talk("Never.")); // expect: SWB503 at talk("Never.")
  }

  Ncco interruptible() {
    return Ncco.of(talk("Press a key.").loop(0).bargeIn(input().digits(1)), talk("Thanks."));
  }

  @SuppressWarnings("SWB503")
  Ncco suppressed() {
    return Ncco.of(transfer("CON-1"), talk("Never."));
  }

  Ncco last() {
    return Ncco.of(talk("Hello."), stream("/music.mp3").loop(0));
  }
}
