package dev.switchboard.webhooks;

import dev.switchboard.webhooks.audio.AudioEnd;
import dev.switchboard.webhooks.audio.AudioFrame;
import dev.switchboard.webhooks.audio.AudioHandler;
import dev.switchboard.webhooks.audio.AudioKey;
import dev.switchboard.webhooks.audio.AudioLine;
import dev.switchboard.webhooks.audio.AudioSocket;
import dev.switchboard.webhooks.audio.AudioStart;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One websocket that {@link Webhooks#openAudio} has let in, between a server that reads its messages and the app's handler. The server tells
 * it of each message in turn; it may do so on any thread, one at a time.
 */
public final class AudioSession {
  private static final Logger LOG = System.getLogger(Webhooks.class.getName());
  private static final int POLICY = 1008;
  private static final int FAILED = 1011;

  private final RouteTable.Entry entry;
  private final WebhookRequest handshake;
  private @Nullable AudioSocket socket;
  private @Nullable AudioHandler handler;
  private @Nullable AudioLine line;
  private boolean over;

  AudioSession(RouteTable.Entry entry, WebhookRequest handshake) {
    this.entry = entry;
    this.handshake = handshake;
  }

  /** The websocket is open. */
  public synchronized void opened(AudioSocket open) {
    socket = open;
  }

  /** A text message: the opening one, a key, or what later platforms may tell. */
  public synchronized void text(String message) {
    if (over) {
      return;
    }
    try {
      Json json = Json.parse(message);
      AudioHandler present = handler;
      AudioLine spoken = line;
      if (present == null || spoken == null) {
        start(message, json);
      } else if (json.text("event").orElse("").equals("websocket:dtmf")) {
        present.key(spoken, new AudioKey(json));
      }
    } catch (JsonException malformed) {
      close(POLICY, "not JSON");
    } catch (Throwable failure) { // errors too: they end this call, not the process
      failed(failure);
    }
  }

  private void start(String message, Json json) throws Exception {
    AudioSocket open = socket;
    if (open == null || !json.isObject()) {
      close(POLICY, "the first message is an object");
      return;
    }
    WebhookRequest opening = handshake.opening(message.getBytes(StandardCharsets.UTF_8));
    Reply reply = entry.router().dispatch(entry.route(), opening);
    AudioHandler made = reply.audioHandler();
    if (made == null) {
      throw new IllegalStateException(
          "the router gave no AudioHandler for " + entry.route().path());
    }
    AudioLine spoken = new AudioLine(open, AudioStart.read(opening));
    handler = made;
    line = spoken;
    made.opened(spoken);
  }

  /** A binary message: sound. What comes before the opening message is dropped. */
  public synchronized void sound(byte[] bytes) {
    AudioHandler present = handler;
    AudioLine spoken = line;
    if (over || present == null || spoken == null) {
      return;
    }
    try {
      present.audio(spoken, AudioFrame.of(bytes));
    } catch (Throwable failure) { // errors too
      failed(failure);
    }
  }

  /** The websocket has ended; telling it again is without effect. */
  public synchronized void ended(int code, String reason) {
    if (over) {
      return;
    }
    over = true;
    AudioHandler present = handler;
    if (present != null) {
      try {
        present.ended(new AudioEnd(code, reason));
      } catch (Throwable failure) { // errors too
        log(failure);
      }
    }
  }

  private void failed(Throwable failure) {
    log(failure);
    close(FAILED, "");
  }

  private void close(int code, String reason) {
    AudioSocket open = socket;
    if (open != null) {
      open.close(code, reason);
    }
    ended(code, reason);
  }

  private void log(Throwable failure) {
    LOG.log(
        Level.ERROR,
        "Error " + UUID.randomUUID() + ": the audio handler of "
            + entry.router().app() + " at " + entry.route().path() + " failed; its websocket ends.",
        failure);
  }
}
