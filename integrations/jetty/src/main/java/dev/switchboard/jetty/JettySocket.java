package dev.switchboard.jetty;

import dev.switchboard.webhooks.AudioSession;
import dev.switchboard.webhooks.audio.AudioEnd;
import dev.switchboard.webhooks.audio.AudioSocket;
import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;

/** A websocket of Jetty's, between the platform and a session of the app. Public because Jetty calls it from outside; apps have no use for it. */
@SuppressWarnings("exports") // Jetty's types are for Jetty, not for apps
public final class JettySocket implements Session.Listener.AutoDemanding {
  private final AudioSession audio;

  JettySocket(AudioSession audio) {
    this.audio = audio;
  }

  @Override
  public void onWebSocketOpen(Session session) {
    audio.opened(new Line(session));
  }

  @Override
  public void onWebSocketText(String message) {
    audio.text(message);
  }

  @Override
  public void onWebSocketBinary(ByteBuffer sound, Callback callback) {
    byte[] bytes = new byte[sound.remaining()];
    sound.get(bytes);
    audio.sound(bytes);
    callback.succeed();
  }

  @Override
  public void onWebSocketClose(int code, String reason, Callback callback) {
    audio.ended(code == StatusCode.NO_CLOSE ? AudioEnd.BROKEN : code, reason == null ? "" : reason);
    callback.succeed();
  }

  @Override
  public void onWebSocketError(Throwable broken) {
    audio.ended(AudioEnd.BROKEN, "");
  }

  private record Line(Session session) implements AudioSocket {
    @Override
    public void sendSound(byte[] frame) {
      if (session.isOpen()) {
        session.sendBinary(ByteBuffer.wrap(frame), Callback.NOOP);
      }
    }

    @Override
    public void sendText(String text) {
      if (session.isOpen()) {
        session.sendText(text, Callback.NOOP);
      }
    }

    @Override
    public void close(int code, String reason) {
      session.close(code, reason, Callback.NOOP);
    }
  }
}
