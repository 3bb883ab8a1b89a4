package dev.switchboard.webhooks.audio;

/**
 * What an app does with the sound of one call. The methods are called one after the other, so state in fields needs no lock; a method that
 * takes long lets the sound wait. What a method throws is logged, and ends the websocket.
 */
@FunctionalInterface
public interface AudioHandler {
  /** The call is connected: the first chance to speak. */
  default void opened(AudioLine line) throws Exception {}

  /** Twenty milliseconds of sound. */
  void audio(AudioLine line, AudioFrame frame) throws Exception;

  /** Somebody in the call has pressed a key. */
  default void key(AudioLine line, AudioKey key) throws Exception {}

  /** The last call of all: the other side hung up, or {@link AudioLine#hangUp} was called. */
  default void ended(AudioEnd end) throws Exception {}
}
