package dev.switchboard.client;

import dev.switchboard.webhooks.Json;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Calls the platform in the name of one application. Safe for use by many threads; one client serves a whole process. Nothing is retried:
 * a message sent twice is a message received twice.
 *
 * <p>Each method that waits for the platform has a twin that does not: {@code sendAsync}, {@code callsAsync()}. A handler of
 * a webhook takes the twin where it need not wait.
 */
public final class Client implements AutoCloseable {
  private static final String MESSAGES = "/v1/messages";

  private final PlatformHttp http;
  private final CallsAsync calls;

  private Client(PlatformHttp http) {
    this.http = http;
    this.calls = new CallsAsync(http, http.settings().apiHost());
  }

  /** A client with these settings; connects when it is first used. */
  public static Client of(ClientSettings settings) {
    return new Client(new PlatformHttp(settings));
  }

  /**
   * A client as the environment variables say; {@link ClientSettings#fromEnvironment} lists them.
   *
   * @throws IllegalStateException where one is missing or cannot be read
   */
  public static Client fromEnvironment() {
    return of(ClientSettings.fromEnvironment(System.getenv()));
  }

  /**
   * Sends a message, and waits for the receipt.
   *
   * @throws ClientException where the platform refuses or cannot be reached
   */
  public SentMessage send(OutboundMessage message) {
    return PlatformHttp.await(sending(message));
  }

  /**
   * Sends a message.
   *
   * @return the receipt; or, exceptionally, a {@link ClientException}
   */
  public CompletionStage<SentMessage> sendAsync(OutboundMessage message) {
    return sending(message);
  }

  /**
   * Tells the sender of a message that it was read, on channels that show it.
   *
   * @param messageUuid from the inbound message
   * @throws ClientException where the platform refuses or cannot be reached
   */
  public void markRead(String messageUuid) {
    PlatformHttp.await(marking(messageUuid));
  }

  /** As {@link #markRead}, without waiting. */
  public CompletionStage<Void> markReadAsync(String messageUuid) {
    return marking(messageUuid);
  }

  /** Calls: made, looked at and steered; each method waits for the platform. */
  public Calls calls() {
    return new Calls(calls);
  }

  /** Calls, without waiting. */
  public CallsAsync callsAsync() {
    return calls;
  }

  /** Takes nothing more, and waits for what is under way, for the time-out at most. */
  @Override
  public void close() {
    http.close();
  }

  private CompletableFuture<SentMessage> sending(OutboundMessage message) {
    return http.send(
            http.settings().apiHost(), "POST", MESSAGES, http.settings().absolute(message))
        .thenApply(SentMessage::new);
  }

  private CompletableFuture<Void> marking(String messageUuid) {
    return http.send(
            http.settings().apiHost(),
            "PATCH",
            MESSAGES + "/" + CallsAsync.segment(messageUuid),
            Json.object("status", "read"))
        .thenAccept(done -> {});
  }
}
