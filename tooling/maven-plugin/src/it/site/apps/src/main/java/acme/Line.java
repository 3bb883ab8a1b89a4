package acme;

import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.CallEvent;

@SwitchboardApp(name = "Line ${stage}", numbers = "line")
@VoiceApp
public final class Line {
  @AnswerUrl("/answer")
  Ncco answer(AnswerRequest call) {
    return Ncco.of(talk("Hello."));
  }

  @EventUrl("/answer/event")
  void event(CallEvent event) {}
}
