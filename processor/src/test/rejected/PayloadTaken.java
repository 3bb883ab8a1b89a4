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
@MessagesApp
class PayloadTaken {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @AnswerUrl
  Ncco again(AnswerRequest call) { // expect: SWB401
    return Ncco.of(Ncco.talk("Hello."));
  }

  @EventUrl
  void over(CallEvent.Completed event) {}

  @InboundUrl
  void message(InboundMessage message) {}

  @StatusUrl
  void status(MessageStatus status) {}
}

class Desk {
  @EventUrl
  void ended(CallEvent.Completed event) {} // expect: SWB401

  @InboundUrl
  void any(InboundMessage message, Content content) {} // expect: SWB401
}
