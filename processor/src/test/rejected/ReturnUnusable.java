import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(name = "Line")
class ReturnUnusable {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @EventUrl
  String text(CallEvent.Completed event) { // expect: SWB204
    return "";
  }

  @EventUrl
  CompletionStage<String> later(CallEvent.Busy event) { // expect: SWB204
    return CompletableFuture.completedFuture("");
  }

  @EventUrl
  Optional<String> maybe(CallEvent.Ringing event) { // expect: SWB204
    return Optional.empty();
  }
}
