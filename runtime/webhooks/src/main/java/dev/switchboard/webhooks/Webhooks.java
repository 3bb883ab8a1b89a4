package dev.switchboard.webhooks;

import dev.switchboard.webhooks.ncco.Ncco;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** verify, match, dispatch, write: the engine that every server adapter calls. (Verification left out here.) */
public final class Webhooks {
  private final URI baseUrl;
  private final WebhookRouter router;

  private Webhooks(URI baseUrl, WebhookRouter router) {
    this.baseUrl = baseUrl;
    this.router = router;
  }

  /** An engine for one app in one environment. */
  public static Webhooks of(URI baseUrl, WebhookRouter router) {
    return new Webhooks(baseUrl, router);
  }

  /** Serves one request. */
  public CompletionStage<WebhookResponse> handle(WebhookRequest request) throws Exception {
    for (Route<?> route : router.routes()) {
      if (route.path().equals(request.path()) && route.method().equals(request.method())) {
        Reply reply = router.dispatch(route, request);
        if (reply.later() != null) {
          return reply
              .later()
              .thenApply(value -> written(value instanceof Ncco ncco ? ncco : null));
        }
        return CompletableFuture.completedFuture(written(reply.nccoNow()));
      }
    }
    return CompletableFuture.completedFuture(WebhookResponse.empty(404));
  }

  private WebhookResponse written(@Nullable Ncco ncco) {
    return ncco == null
        ? WebhookResponse.noContent()
        : WebhookResponse.owning(
            200, "application/json", ncco.write(baseUrl).getBytes(StandardCharsets.UTF_8));
  }
}
