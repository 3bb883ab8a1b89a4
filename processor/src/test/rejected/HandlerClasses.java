import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(name = "Line")
@SwitchboardApp(
    handlers = {
      NoMethods.class, // expect: SWB119 at NoMethods.class
      Desk.class,
      Desk.class, // expect: SWB120 at Desk.class
      HandlerClasses.class, // expect: SWB120 at HandlerClasses.class
      GenericDesk.class // expect: SWB121 at GenericDesk.class
    })
class HandlerClasses {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }
}

class NoMethods {}

class Desk {
  @EventUrl
  void event(CallEvent event) {}
}

class GenericDesk<T> {
  @EventUrl
  void event(InputEvent event) {}
}
