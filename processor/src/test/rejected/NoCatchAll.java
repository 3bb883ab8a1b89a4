import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@MessagesApp(name = "Line")
class NoCatchAll {
  @InboundUrl // expect: SWB403 at @InboundUrl
  void text(InboundMessage message, Content.Text text) {}

  @StatusUrl // expect: SWB403 at @StatusUrl
  void delivered(MessageStatus.Delivered status) {}
}

@MessagesApp(name = "Line")
class Quiet {
  @SuppressWarnings("SWB403")
  @InboundUrl
  void text(InboundMessage message, Content.Text text) {}

  @StatusUrl
  void status(MessageStatus status) {}
}
