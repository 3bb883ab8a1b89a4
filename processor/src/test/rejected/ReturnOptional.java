import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(name = "Line")
class ReturnOptional {
  @AnswerUrl
  Optional<Ncco> answer(AnswerRequest call) { // expect: SWB202
    return Optional.empty();
  }

  @FallbackAnswerUrl
  CompletionStage<Optional<Ncco>> sorry(FallbackRequest call) { // expect: SWB202
    return CompletableFuture.completedFuture(Optional.empty());
  }
}
