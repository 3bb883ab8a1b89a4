package example;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.VoiceEvent;

@VoiceApp(name = "One")
public class One {
  @AnswerUrl("/One/answer")
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @EventUrl("/One/event")
  void event(VoiceEvent event) {}
}
