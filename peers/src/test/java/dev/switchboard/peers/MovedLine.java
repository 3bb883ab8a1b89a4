package dev.switchboard.peers;

import static dev.switchboard.webhooks.ncco.Ncco.input;
import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;

/** The app of {@link ByHand}, moved. */
@VoiceApp(name = "Moved Line")
public final class MovedLine {
  @AnswerUrl("/answer")
  Ncco answer(AnswerRequest call) {
    return Ncco.of(talk("Hello " + call.from().orElse("") + ". Press a key.")
        .bargeIn(input().digits(1).to(MovedLineRoutes.KEY)));
  }

  @CallbackUrl("/key")
  Ncco key(InputEvent input) {
    return Ncco.of(talk("That was " + input.digits().orElse("") + "."));
  }

  @EventUrl("/event")
  void event(VoiceEvent event) {}
}
