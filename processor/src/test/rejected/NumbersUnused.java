import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@VbcApp(name = "Office")
@SwitchboardApp(
    numbers = {"support-line", "night-line"}) // expect: SWB126 at {"support-line", "night-line"}
class NumbersUnused {}

@MessagesApp(name = "Line")
@SwitchboardApp(numbers = "support-line")
class NumbersOfMessages {
  @InboundUrl
  void message(InboundMessage message) {}

  @StatusUrl
  void status(MessageStatus status) {}
}
