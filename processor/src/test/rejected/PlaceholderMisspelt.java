import dev.switchboard.annotations.*;
import dev.switchboard.webhooks.*;
import dev.switchboard.webhooks.messages.*;
import dev.switchboard.webhooks.ncco.*;
import dev.switchboard.webhooks.rtc.*;
import dev.switchboard.webhooks.voice.*;
import java.util.*;
import java.util.concurrent.*;

@NetworkApp(
    name = "${stage} ${tenant} ${tenants} ${api-key} ${app-key} ${region1} ${regin1}",
    redirectUri = "https://${stgae}.example/done", // expect: SWB124 at "https://${stgae}.example/done"
    networkApplicationId = "${tennt}") // expect: SWB124 at "${tennt}"
class PlaceholderMisspelt {}

@SuppressWarnings("SWB124")
@NetworkApp(name = "${stage}", redirectUri = "https://${stgae}.example/done")
class PlaceholdersAlike {}
