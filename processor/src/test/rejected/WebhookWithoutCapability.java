import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VbcApp(name = "Line")
class WebhookWithoutCapability {
  @AnswerUrl // expect: SWB114 at @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @EventUrl // expect: SWB114 at @EventUrl
  void event(RtcEvent event) {}

  @InboundUrl // expect: SWB114 at @InboundUrl
  void message(InboundMessage message) {}

  @CallbackUrl // expect: SWB114 at @CallbackUrl
  void keys(InputEvent event) {}
}
