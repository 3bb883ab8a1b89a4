import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(nam = "Line") // expect: javac at nam
@SwitchboardApp(handler = MemberMisspeltDesk.class) // expect: javac at handler
class MemberMisspelt {
  @EventUrl("events") // expect: SWB305 at "events"
  void event(VoiceEvent event) {}
}

class MemberMisspeltDesk {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }
}
