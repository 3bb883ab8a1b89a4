import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@SwitchboardApp(name = "Line")
@VoiceApp
@MessagesApp
class ParameterWrong {
  @AnswerUrl
  Ncco answer(
      FallbackRequest call) { // expect: SWB206
    return Ncco.of(Ncco.talk("Hello."));
  }

  @EventUrl
  void event(WebhookRequest request) {} // expect: SWB206

  @CallbackUrl
  void message(InboundMessage message) {} // expect: SWB206

  @InboundUrl
  void text(String message) {} // expect: SWB206

  @StatusUrl
  void status(int[] status) {} // expect: SWB206
}
