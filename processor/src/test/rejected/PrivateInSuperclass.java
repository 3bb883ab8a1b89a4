import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

class Above {
  @EventUrl
  private void event(VoiceEvent event) {}
}

@VoiceApp(name = "Line")
class PrivateInSuperclass extends Above { // expect: SWB210
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @EventUrl
  void event(VoiceEvent event) {}
}
