import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@SwitchboardApp(name = "Line")
@MessagesApp
@VoiceApp
class ContentWithoutMessage {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @InboundUrl
  void text(Content.Text text) {} // expect: SWB208

  @InboundUrl
  void message(InboundMessage message) {}

  @StatusUrl
  void status(MessageStatus status, Content content) {} // expect: SWB208
}
