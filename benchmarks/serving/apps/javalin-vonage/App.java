import com.vonage.client.voice.EventWebhook;
import com.vonage.client.voice.ncco.ConnectAction;
import com.vonage.client.voice.ncco.Ncco;
import com.vonage.client.voice.ncco.PhoneEndpoint;
import com.vonage.client.voice.ncco.StreamAction;
import com.vonage.client.voice.ncco.TalkAction;
import com.vonage.jwt.Jwt;
import io.javalin.Javalin;
import io.javalin.http.Context;

/** The official SDK by hand in Javalin. It checks signatures, not payload hashes: the SDK knows none. */
public final class App {
  private static final String SECRET = System.getenv("VONAGE_SIGNATURE_SECRET");

  private App() {}

  public static void main(String[] args) {
    Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.routes.get("/webhooks/answer", context -> {
            if (refused(context)) {
              return;
            }
            context.contentType("application/json").result(new Ncco(
                    TalkAction.builder("Hello " + context.queryParam("from") + ".").build(),
                    StreamAction.builder("https://example.com/music.mp3").build(),
                    ConnectAction.builder(PhoneEndpoint.builder("447700900001").build()).build())
                .toJson());
          });
          config.routes.post("/webhooks/event", context -> {
            if (refused(context)) {
              return;
            }
            EventWebhook.fromJson(context.body());
            context.status(204);
          });
        })
        .start("127.0.0.1", Integer.parseInt(System.getenv("PORT")));
  }

  private static boolean refused(Context context) {
    String header = context.header("Authorization");
    if (SECRET == null
        || (header != null && Jwt.verifySignature(header.substring("Bearer ".length()), SECRET))) {
      return false;
    }
    context.status(401);
    return true;
  }
}
