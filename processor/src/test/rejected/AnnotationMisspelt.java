import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

/** The router is there all the same: nothing is said of its name. */
@VoiceAp(name = "Line") // expect: javac at VoiceAp; SWB002 at @VoiceAp(name = "Line")
@MessagesApp
@SwitchboardApp(handlers = AnnotationMisspeltDesk.class)
class AnnotationMisspelt {
  private AnnotationMisspeltRouter router;

  @AnswerUrll // expect: javac at AnswerUrll; SWB002 at @AnswerUrll
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @InboundUrl("inbound") // expect: SWB305 at "inbound"
  void inbound(InboundMessage message) {}

  @Stranger // expect: javac at Stranger
  void status(MessageStatus status) {}
}

@StatusUrl
class AnnotationMisspeltDesk {
  @dev.switchboard.annotations.StatusURL // expect: javac at dev.switchboard.annotations.StatusURL; SWB002 at @dev.switchboard.annotations.StatusURL
  void status(MessageStatus status) {}
}
