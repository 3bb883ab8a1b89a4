import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@MessagesApp(name = "Line")
class PostOnly {
  @InboundUrl(method = HttpMethod.GET) // expect: SWB304 at HttpMethod.GET
  void message(InboundMessage message) {}

  @StatusUrl(method = HttpMethod.GET) // expect: SWB304 at HttpMethod.GET
  void status(MessageStatus status) {}
}
