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
@RtcApp
class TimeoutOutOfRange {
  @AnswerUrl(connectTimeout = 299, socketTimeout = 5001) // expect: SWB301 at 299; SWB302 at 5001
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @FallbackAnswerUrl(connectTimeout = 1001, socketTimeout = 999) // expect: SWB301 at 1001; SWB302 at 999
  Ncco sorry(FallbackRequest call) {
    return Ncco.of(Ncco.talk("Sorry."));
  }

  @EventUrl(socketTimeout = 10001) // expect: SWB302 at 10001
  void event(VoiceEvent event) {}

  @EventUrl(connectTimeout = 500, socketTimeout = 5000) // expect: SWB303 at 500; SWB303 at 5000
  void inApp(RtcEvent event) {}
}
