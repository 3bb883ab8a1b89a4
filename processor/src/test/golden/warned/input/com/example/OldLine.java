package com.example;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.CallState;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.InputEvent;

/** What it declares would make the compiler warn of the code that is written for it. */
@Deprecated
@VoiceApp(name = "Old line")
@SwitchboardApp(handlers = {LastDesk.class, OldLine.Inner.class})
@SuppressWarnings({"rawtypes", "removal"})
public class OldLine extends Keys {
  @Deprecated
  @AnswerUrl
  public Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @CallbackUrl
  public void remembered(InputEvent input, CallState<Booking> booking) {}

  /** What is kept of a call. */
  @Deprecated
  public record Booking(int seats) {}

  /** Deprecated by its outer class alone. */
  public static class Inner {
    @CallbackUrl
    public void own(InputEvent input) {}
  }
}
