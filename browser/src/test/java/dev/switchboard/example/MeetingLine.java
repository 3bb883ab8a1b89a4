package dev.switchboard.example;

import static dev.switchboard.webhooks.ncco.Ncco.conversation;
import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.VoiceEvent;

/** A call to it lasts until the caller hangs up. */
@VoiceApp(name = "Meeting Line")
final class MeetingLine {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(talk("Hello."), conversation("meeting"));
  }

  /** The console shows what arrives here; the meeting needs none of it. */
  @EventUrl
  void event(VoiceEvent event) {}
}
