import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(name = "Line")
@EventUrl(socketTimeout = 2000)
class SettingsDisagree {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @EventUrl("/events")
  void event(VoiceEvent event) {}

  @EventUrl("/calls") // expect: SWB311 at "/calls"
  void call(CallEvent event) {}

  @EventUrl(socketTimeout = 3000) // expect: SWB311 at 3000
  void over(CallEvent.Completed event) {}
}
