package dev.switchboard.example;

import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;

/** The smallest app there is. */
@VoiceApp(name = "Hello Line")
final class HelloLine {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(talk("Hello."));
  }
}
