package dev.switchboard.sandbox.replay;

import dev.switchboard.webhooks.signing.WebhookSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came of sending recorded webhooks again, one after the other, each freshly signed. */
public final class Replay {
  private final List<Replayed> exchanges;

  private Replay(List<Replayed> exchanges) {
    this.exchanges = exchanges;
  }

  /**
   * Sends webhooks to an app.
   *
   * @param webhooks in the order in which they are to be sent
   * @param app where it is
   * @param signer signs each; empty to send them unsigned
   */
  public static Replay of(List<Recorded> webhooks, URI app, Optional<WebhookSigner> signer) {
    Relay relay = new Relay(app);
    List<Replayed> exchanges = new ArrayList<>();
    for (Recorded webhook : webhooks) {
      exchanges.add(send(webhook, relay, signer));
    }
    return new Replay(List.copyOf(exchanges));
  }

  private static Replayed send(Recorded webhook, Relay app, Optional<WebhookSigner> signer) {
    try {
      HttpResponse<byte[]> answer =
          app.send(signer.map(each -> each.sign(webhook.request())).orElseGet(webhook::request));
      return new Replayed(
          webhook, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
    } catch (IOException gone) {
      return new Replayed(webhook, 0, app + " cannot be reached");
    }
  }

  /** Each webhook and its answer, in their order. */
  public List<Replayed> exchanges() {
    return exchanges;
  }

  /**
   * Makes sure that the app answers everything as it did when it was recorded.
   *
   * @throws AssertionError with every exchange, and what differs in which
   */
  public Replay answersAsRecorded() {
    long different = exchanges.stream().filter(each -> !each.isSame()).count();
    if (different > 0) {
      throw new AssertionError(
          different + " of " + exchanges.size() + " webhooks are answered differently\n\n" + this);
    }
    return this;
  }

  /** One exchange after the other. */
  @Override
  public String toString() {
    return exchanges.stream().map(Replayed::toString).collect(Collectors.joining("\n"));
  }
}
