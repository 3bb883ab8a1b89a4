package dev.switchboard.scale;

import static dev.switchboard.webhooks.ncco.Ncco.input;
import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.FallbackAnswerUrl;
import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.CallState;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.CallEvent;
import dev.switchboard.webhooks.voice.FallbackRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;

/**
 * What the example does not have: state of a call, here the steps that it took. Its handlers may run twice and take effect once, since each
 * step has a name, and one change of the state both looks for the name and writes it.
 */
@SwitchboardApp(name = "Scale")
@VoiceApp
public final class ScaleLine {
  @AnswerUrl("/steps/answer")
  Ncco answer(AnswerRequest call, CallState<String> steps) {
    note(steps, "answer:" + call.from().orElse(""));
    return Ncco.of(
        talk("Press 1.").bargeIn(input().digits(1).to(ScaleLineRoutes.CHOICE)),
        talk("We heard nothing."));
  }

  @CallbackUrl("/steps/choice")
  Ncco choice(InputEvent input, CallState<String> steps) {
    note(steps, "choice" + input.digits().orElse("") + ':' + input.from().orElse(""));
    return Ncco.of(talk("Thank you."));
  }

  @FallbackAnswerUrl("/steps/fallback")
  Ncco sorry(FallbackRequest call) {
    return Ncco.of(talk("Sorry."));
  }

  @EventUrl("/steps/event")
  void event(CallEvent event, CallState<String> steps) {
    note(steps, "event-" + event.status() + ':' + event.from().orElse(""));
  }

  @EventUrl("/steps/event")
  void otherwise(VoiceEvent event) {}

  private static void note(CallState<String> steps, String step) {
    steps.update(old -> {
      String done = old.orElse("");
      return (';' + done).contains(';' + step + ';') ? done : done + step + ';';
    });
  }
}
