import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VoiceApp(name = "Line") // expect: SWB113 at @VoiceApp(name = "Line")
class NobodyAnswers {
  @EventUrl
  void event(VoiceEvent event) {}
}

@SuppressWarnings("SWB113")
@VoiceApp(name = "Outbound only")
class Suppressed {
  @EventUrl
  void event(VoiceEvent event) {}
}
