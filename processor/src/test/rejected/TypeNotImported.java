import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.ncco.Ncco;

@VoiceApp(name = "Line")
class TypeNotImported {
  @AnswerUrl
  Ncco answer(AnswerRequest call) { // expect: javac at AnswerRequest; SWB002 at AnswerRequest call
    return Ncco.of(Ncco.talk("Hello."));
  }
}
