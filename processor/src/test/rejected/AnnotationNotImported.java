import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;

@VoiceApp(name = "Line")
class AnnotationNotImported {
  @AnswerUrl // expect: javac at AnswerUrl; SWB002 at @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }
}
