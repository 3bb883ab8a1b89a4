package com.example;

import com.example.other.Reply;
import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;

/** Its name and those of its handler classes are names that generated code uses, too. */
@SwitchboardApp(handlers = {Reply.class, String.class})
@VoiceApp(name = "Names ${stage}")
public final class Route {
  @AnswerUrl
  public Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }
}
