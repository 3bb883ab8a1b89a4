package acme;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.CallEvent;

@VoiceApp(name = "Desk <b>& sons</b>")
public final class Desk {
  @AnswerUrl("/desk")
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @EventUrl("/desk/event")
  void event(CallEvent event) {}
}
