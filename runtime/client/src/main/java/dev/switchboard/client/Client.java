package dev.switchboard.client;

import java.util.concurrent.CompletionStage;

/**
 * Calls the platform in the name of one application. Safe for use by many threads; one client serves a whole process. Nothing is retried:
 * a message sent twice is a message received twice.
 */
public final class Client implements AutoCloseable {
  private final PlatformHttp http;

  private Client(PlatformHttp http) {
    this.http = http;
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
   * Sends a message.
   *
   * @return the receipt; or, exceptionally, a {@link ClientException}
   */
  public CompletionStage<SentMessage> send(OutboundMessage message) {
    return http.post("/v1/messages", message.json()).thenApply(SentMessage::new);
  }

  /** Lets what is under way end, and takes nothing more. */
  @Override
  public void close() {
    http.close();
  }
}
