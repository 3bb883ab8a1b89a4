package com.example;

import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;

/** Compiled without deploy-time code: no provisioner. */
@VoiceApp(name = "Serving")
public record Serving(String greeting) {
  @AnswerUrl
  public Ncco answer(AnswerRequest call) {
    return Ncco.of(talk(greeting));
  }
}
