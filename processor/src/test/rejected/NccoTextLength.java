import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.*;

@VoiceApp(name = "Line")
class Line {
  private static final String TEN = "0123456789";
  private static final String HUNDRED = TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN;
  private static final String FIVE_HUNDRED = HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED;
  private static final String LIMIT = FIVE_HUNDRED + FIVE_HUNDRED + FIVE_HUNDRED;

  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(
        Ncco.talk(LIMIT),
        Ncco.talk(LIMIT + 1), // expect: SWB502 at LIMIT + 1
        Ncco.talk("<speak><break time='1s'/>" + LIMIT + "</speak>"),
        Ncco.talk(""), // expect: SWB502 at ""
        Ncco.talk(LIMIT + call));
  }
}
