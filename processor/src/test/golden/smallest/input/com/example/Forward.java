package com.example;

import static dev.switchboard.webhooks.ncco.Ncco.connect;
import static dev.switchboard.webhooks.ncco.Ncco.phone;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.CallEvent;

@VoiceApp(name = "Forward")
public final class Forward {
  @AnswerUrl("/forward")
  Ncco answer(AnswerRequest call) {
    return Ncco.of(connect(phone("447700900000")));
  }

  @EventUrl("/forward/events")
  void event(CallEvent event) {}
}
