package dev.switchboard.webhooks.audio;

/**
 * An open websocket, as its server hands it over. Apps use {@link AudioLine}. What is sent once it has closed is dropped without an
 * exception.
 */
public interface AudioSocket {
  /** Sends a binary message. */
  void sendSound(byte[] frame);

  /** Sends a text message. */
  void sendText(String text);

  /**
   * Closes it.
   *
   * @param code of RFC 6455
   */
  void close(int code, String reason);
}
