import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(name = "Line")
class ReturnNotNcco {
  @AnswerUrl
  String answer(AnswerRequest call) { // expect: SWB201
    return "Hello.";
  }

  @FallbackAnswerUrl
  void sorry(FallbackRequest call) {} // expect: SWB201
}
