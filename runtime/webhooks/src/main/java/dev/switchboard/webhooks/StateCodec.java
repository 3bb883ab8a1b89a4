package dev.switchboard.webhooks;

/**
 * Turns the values of {@link CallState} into bytes and back, with whatever library the app uses for that. What it
 * throws fails the webhook.
 */
public interface StateCodec {
  /** A value as bytes. */
  byte[] write(Object value);

  /** The value that was written, of the type that a handler asks for. */
  <T> T read(byte[] bytes, Class<T> type);
}
