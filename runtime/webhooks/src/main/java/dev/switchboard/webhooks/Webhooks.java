package dev.switchboard.webhooks;

import java.net.URI;
import java.util.concurrent.CompletionStage;

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
        return router
            .dispatch(route, request)
            .ncco()
            .thenApply(ncco -> ncco == null
                ? new WebhookResponse(204, "")
                : new WebhookResponse(200, ncco.write(baseUrl)));
      }
    }
    return java.util.concurrent.CompletableFuture.completedFuture(new WebhookResponse(404, ""));
  }
}
