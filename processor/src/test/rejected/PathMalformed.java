import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(name = "Line")
class PathMalformed {
  @AnswerUrl("answer") // expect: SWB305 at "answer"
  Ncco answer(AnswerRequest call) {
    return Ncco.of(Ncco.talk("Hello."));
  }

  @FallbackAnswerUrl("https://line.example/sorry") // expect: SWB306 at "https://line.example/sorry"
  Ncco sorry(FallbackRequest call) {
    return Ncco.of(Ncco.talk("Sorry."));
  }

  @EventUrl("/event?from=platform") // expect: SWB307 at "/event?from=platform"
  void event(VoiceEvent event) {}

  @CallbackUrl("/${stage}/keys") // expect: SWB308 at "/${stage}/keys"
  void keys(InputEvent event) {}

  @CallbackUrl("/a/../b") // expect: SWB309 at "/a/../b"
  void dots(InputEvent event) {}

  @CallbackUrl("/a//b") // expect: SWB309 at "/a//b"
  void slashes(InputEvent event) {}

  @CallbackUrl("/a b") // expect: SWB309 at "/a b"
  void space(InputEvent event) {}

  @CallbackUrl("/_switchboard/keys") // expect: SWB316 at "/_switchboard/keys"
  void reserved(InputEvent event) {}
}
