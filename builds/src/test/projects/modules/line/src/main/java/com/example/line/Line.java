package com.example.line;

import com.example.desk.Desk;
import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;

/** Lists handlers of another module. */
@VoiceApp(name = "Line")
@SwitchboardApp(handlers = Desk.class)
public class Line {
  /** An app. */
  public Line() {}

  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }
}
