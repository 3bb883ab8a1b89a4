import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(name = "Line")
class ParameterTwice {
  @AnswerUrl
  Ncco answer(AnswerRequest call, WebhookRequest one, WebhookRequest two) { // expect: SWB209
    return Ncco.of(Ncco.talk("Hello."));
  }
}
