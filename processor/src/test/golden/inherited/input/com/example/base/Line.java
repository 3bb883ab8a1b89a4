package com.example.base;

import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.CallEvent;
import dev.switchboard.webhooks.voice.InputEvent;

/** What the lines of a company have in common. */
public abstract class Line<E extends CallEvent> implements Hearing<InputEvent> {
  @AnswerUrl
  public Ncco answer(AnswerRequest call) {
    return Ncco.of(talk("Hello."));
  }

  @EventUrl
  public abstract void event(E event);

  @CallbackUrl("/overridden")
  public void replaced(InputEvent input) {}
}
