import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(
    name = "Line",
    signedCallbacks = false) // expect: SWB125 at false
@RtcApp(signedCallbacks = false) // expect: SWB125 at false
class SigningOff {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @EventUrl
  void inApp(RtcEvent event) {}
}

@SuppressWarnings({"SWB125", "SWB113"})
@VoiceApp(name = "Line", signedCallbacks = false)
class BehindAGateway {}

@SuppressWarnings("SWB113")
@VoiceApp(name = "Line", signedCallbacks = true)
class SaidAloud {}
