import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@NetworkApp(name = "Line", redirectUri = "/consent") // expect: SWB127 at "/consent"
class RedirectNotAUri {}

@NetworkApp(name = "Line", redirectUri = "line.example/consent") // expect: SWB127 at "line.example/consent"
class RedirectWithoutScheme {}

@NetworkApp(name = "Line", redirectUri = "https:///consent") // expect: SWB127 at "https:///consent"
class RedirectWithoutHost {}

@NetworkApp(name = "Line", redirectUri = "${consent}/done")
class RedirectOfTheEnvironment {}

@NetworkApp(name = "Line", redirectUri = "line-app://consent")
class RedirectIntoAnApp {}

@NetworkApp(name = "Line", redirectUri = "")
class RedirectLeftOut {}
