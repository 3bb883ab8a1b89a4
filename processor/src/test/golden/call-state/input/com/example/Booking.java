package com.example;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.CallState;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;

/** Remembers what a caller has chosen. */
@VoiceApp(name = "Booking")
final class Booking {
  /** What is remembered. */
  record Order(String size) {}

  @AnswerUrl
  Ncco answer(AnswerRequest call, CallState<Order> order) {
    return Ncco.of(Ncco.input().digits(1).to(BookingRoutes.SIZE));
  }

  @CallbackUrl
  Ncco size(InputEvent input, CallState<Order> order) {
    return Ncco.of(Ncco.talk("Thank you."));
  }

  @EventUrl
  void event(VoiceEvent event) {}
}
