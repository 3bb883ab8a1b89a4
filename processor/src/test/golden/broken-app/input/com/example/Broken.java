package com.example;

import static dev.switchboard.webhooks.ncco.Ncco.input;
import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.InputEvent;

/** One mistake; everything that others may name is still there. */
@VoiceApp(name = "Broken")
public final class Broken {
  static final Route<InputEvent> NEXT = BrokenRoutes.CHOICE;

  @AnswerUrl
  private Ncco answer(AnswerRequest call) {
    return Ncco.of(talk("Hello.").bargeIn(input().digits(1).to(NEXT)));
  }

  @CallbackUrl
  Ncco choice(InputEvent input) {
    return Ncco.of(talk("Thank you."));
  }

  @CallbackUrl
  void all(String text) {}

  static BrokenRouter router() {
    return new BrokenRouter(new Broken());
  }
}
