import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@SwitchboardApp(name = "Line", handlers = Desk.class)
@VoiceApp
@RtcApp
class PathTaken {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @EventUrl("/events")
  void event(VoiceEvent event) {}

  @EventUrl("/events") // expect: SWB310 at "/events"
  void inApp(RtcEvent event) {}

  @CallbackUrl("/webhooks/answer") // expect: SWB310 at "/webhooks/answer"
  void keys(InputEvent event) {}
}

class Desk {
  @CallbackUrl("/events") // expect: SWB310 at "/events"
  void recorded(RecordEvent event) {}
}
