import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@SwitchboardApp(name = "Line")
@VoiceApp
@RtcApp
@MessagesApp
class NccoIgnored {
  private static final Ncco HELLO = Ncco.of(Ncco.talk("Hello."));

  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return HELLO;
  }

  @EventUrl
  Ncco over(CallEvent.Completed call) { // expect: SWB203
    return HELLO;
  }

  @CallbackUrl
  Optional<Ncco> recorded(RecordEvent recording) { // expect: SWB203
    return Optional.of(HELLO);
  }

  @EventUrl
  Ncco inApp(RtcEvent event) { // expect: SWB203
    return HELLO;
  }

  @InboundUrl
  CompletionStage<Ncco> message(InboundMessage message) { // expect: SWB203
    return CompletableFuture.completedFuture(HELLO);
  }

  @StatusUrl
  Ncco status(MessageStatus status) { // expect: SWB203
    return HELLO;
  }
}
