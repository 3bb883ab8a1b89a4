import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.audio.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.voice.*;

@VoiceApp(name = "Line")
class ReturnNotAudio {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @WebSocketUrl
  void agent(AudioStart start) {} // expect: SWB220

  @WebSocketUrl
  Ncco clerk(AudioStart start) { // expect: SWB220
    return Ncco.of(Ncco.talk("Hello."));
  }

  @WebSocketUrl
  AudioHandler wrong(AnswerRequest call) { // expect: SWB206
    return (line, frame) -> {};
  }

  @EventUrl
  AudioHandler event(CallEvent event) { // expect: SWB204
    return (line, frame) -> {};
  }
}
