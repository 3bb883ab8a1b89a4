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
class CapabilityUnclear {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @EventUrl // expect: SWB312 at @EventUrl
  void event(Payload event) {} // expect: SWB206

  @EventUrl(capability = Capability.VOICE) // expect: SWB313 at Capability.VOICE
  void inApp(RtcEvent event) {}
}
