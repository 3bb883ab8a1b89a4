import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

class HandlerClassHidden {
  @VoiceApp(name = "Line")
  @SwitchboardApp(handlers = Desk.class) // expect: SWB118 at Desk.class
  static class Line {
    @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }
  }

  private static class Desk {
    @EventUrl
    void event(VoiceEvent event) {}
  }
}
