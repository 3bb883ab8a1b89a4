import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@SwitchboardApp // expect: SWB101 at @SwitchboardApp; SWB122 at @SwitchboardApp
class NameMissingOnSwitchboardApp {}
