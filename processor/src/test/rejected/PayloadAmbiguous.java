import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@MessagesApp(name = "Line")
class PayloadAmbiguous {
  @InboundUrl
  void whatsApp(InboundMessage.WhatsApp message) {}

  @InboundUrl
  void text(InboundMessage message, Content.Text text) {} // expect: SWB402

  @InboundUrl
  void rest(InboundMessage message) {}

  @StatusUrl
  void status(MessageStatus status) {}
}

@MessagesApp(name = "Decided")
class Decided {
  @InboundUrl
  void whatsApp(InboundMessage.WhatsApp message) {}

  @InboundUrl
  void text(InboundMessage message, Content.Text text) {}

  @InboundUrl
  void both(InboundMessage.WhatsApp message, Content.Text text) {}

  @InboundUrl
  void rest(InboundMessage message) {}

  @StatusUrl
  void status(MessageStatus status) {}
}
