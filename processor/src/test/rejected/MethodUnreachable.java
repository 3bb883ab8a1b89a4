import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(name = "Line")
abstract class MethodUnreachable {
  @AnswerUrl
  private Ncco answer(AnswerRequest call) { // expect: SWB210
    return Ncco.of(Ncco.talk("Hello."));
  }

  @EventUrl
  static void over(CallEvent.Completed call) {} // expect: SWB211

  @EventUrl
  abstract void busy(CallEvent.Busy call); // expect: SWB212

  @EventUrl
  <E extends VoiceEvent> void generic(E call) {} // expect: SWB214

  @CallbackUrl
  <R> R returning(CallEvent call) { // expect: SWB214
    return null;
  }

  @CallbackUrl
  void keys(InputEvent call) throws Throwable {} // expect: SWB215
}
