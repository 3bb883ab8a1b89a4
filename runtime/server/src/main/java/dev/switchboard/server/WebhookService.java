package dev.switchboard.server;

import dev.switchboard.webhooks.AudioOpening;
import dev.switchboard.webhooks.InFlight;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookResponse;
import dev.switchboard.webhooks.Webhooks;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What every engine does with a request: health, limits, counting, and the apps themselves. Safe for use by many threads. */
public final class WebhookService {
  /** What load balancers ask; the same path as on the vendor's own runtime. */
  static final String HEALTH = "/_/health";

  private static final Logger LOG = System.getLogger(Server.class.getName());

  private final Webhooks webhooks;
  private final InFlight inFlight;

  WebhookService(Webhooks webhooks, InFlight inFlight) {
    this.webhooks = webhooks;
    this.inFlight = inFlight;
  }

  /** One request of an engine and its answer. */
  public interface Exchange {
    /** The path as sent. */
    String path();

    /**
     * The request, or null where its body is larger than that; never reads more.
     *
     * @throws IOException where it does not arrive
     */
    @Nullable
    WebhookRequest read(int mostBytes) throws IOException;

    /**
     * Answers, and returns when the answer is written.
     *
     * @throws IOException where nobody takes it
     */
    void send(WebhookResponse response) throws IOException;

    /** Ends the exchange without an answer. */
    void drop();
  }

  /**
   * Serves one request, now or when its handler is done.
   *
   * @throws IOException where the request does not arrive
   */
  public void serve(Exchange exchange) throws IOException {
    if (exchange.path().equals(HEALTH)) {
      exchange.send(WebhookResponse.empty(inFlight.isDraining() ? 503 : 200));
      return;
    }
    if (!inFlight.begin()) {
      exchange.send(last(503));
      return;
    }
    CompletionStage<WebhookResponse> answer;
    try {
      WebhookRequest request = exchange.read(webhooks.settings().maxBodyBytes());
      answer =
          request == null ? CompletableFuture.completedFuture(last(413)) : webhooks.handle(request);
    } catch (Throwable e) { // an error too would leave a webhook in flight for ever
      inFlight.end();
      exchange.drop();
      throw e;
    }
    answer.whenComplete((response, error) -> {
      try {
        exchange.send(response);
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "The platform went away before its answer.", e);
      } finally {
        inFlight.end();
      }
    });
  }

  /** Judges a request to open a websocket; empty once the server is about to stop. */
  public Optional<AudioOpening> openAudio(WebhookRequest handshake) {
    return inFlight.isDraining() ? Optional.empty() : Optional.of(webhooks.openAudio(handshake));
  }

  /** An answer after which the connection ends, because what is left of the request is not read. */
  private static WebhookResponse last(int status) {
    return WebhookResponse.empty(status).withHeader("Connection", "close");
  }
}
