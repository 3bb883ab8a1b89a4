import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@SwitchboardApp(name = "Line")
@MessagesApp // expect: SWB112 at @MessagesApp; SWB112 at @MessagesApp
@RtcApp // expect: SWB112 at @RtcApp
@VerifyApp // expect: SWB112 at @VerifyApp
class CapabilityWithoutWebhook {}
