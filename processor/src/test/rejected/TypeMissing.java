import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(name = "Line")
class TypeMissing {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @EventUrl
  void event(Misspelt event) {} // expect: javac at Misspelt; SWB002 at Misspelt event

  @CallbackUrl
  Misspelt again(CallEvent.Complete event) { // expect: javac at Misspelt; javac at CallEvent.Complete; SWB002 at CallEvent.Complete event
    return null;
  }
}
