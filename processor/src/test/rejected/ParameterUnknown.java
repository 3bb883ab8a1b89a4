import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(name = "Line")
class ParameterUnknown {
  @AnswerUrl
  Ncco answer(AnswerRequest call, List<String> names, WebhookRequest request) { // expect: SWB207
    return Ncco.of(Ncco.talk("Hello."));
  }
}
