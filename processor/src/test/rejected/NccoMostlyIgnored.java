import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(name = "Line")
class NccoMostlyIgnored {
  private static final Ncco HELLO = Ncco.of(Ncco.talk("Hello."));

  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return HELLO;
  }

  @EventUrl
  Ncco any(VoiceEvent event) { // expect: SWB219
    return HELLO;
  }

  @EventUrl
  CompletionStage<Ncco> status(CallEvent event) { // expect: SWB219
    return CompletableFuture.completedFuture(HELLO);
  }

  @CallbackUrl
  Ncco leg(CallEvent event) { // expect: SWB219
    return HELLO;
  }

  @CallbackUrl
  Ncco shared(VoiceEvent inputOrNotify) {
    return HELLO;
  }

  @CallbackUrl
  Ncco calledBack(AnswerRequest call) {
    return HELLO;
  }
}

@VoiceApp(name = "Quiet")
class NccoSometimes {
  private static final Ncco HELLO = Ncco.of(Ncco.talk("Hello."));

  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return HELLO;
  }

  @EventUrl
  Optional<Ncco> any(VoiceEvent event) {
    return event instanceof InputEvent ? Optional.of(HELLO) : Optional.empty();
  }

  @SuppressWarnings("SWB219")
  @CallbackUrl
  Ncco leg(CallEvent event) {
    return HELLO;
  }
}
