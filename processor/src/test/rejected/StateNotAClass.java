import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(name = "Line")
class StateNotAClass {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @EventUrl
  void event(VoiceEvent event, CallState<List<String>> names) {} // expect: SWB216

  private record Hidden() {}

  @CallbackUrl
  void keys(InputEvent input, CallState<Hidden> state) {} // expect: SWB216
}
