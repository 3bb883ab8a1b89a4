import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(name = "Line")
interface AppNotAClass { // expect: SWB115
  @AnswerUrl
  default Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }
}

@VbcApp(name = "Line")
enum AnEnum {} // expect: SWB115

@VoiceApp(name = "Line")
@MessagesApp
@interface AnAnnotation {} // expect: SWB115
