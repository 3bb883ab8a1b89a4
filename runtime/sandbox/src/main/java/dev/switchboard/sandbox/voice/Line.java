package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.audio.Sound;
import dev.switchboard.sandbox.time.Absence;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One open websocket of a leg. What arrives becomes a task of the loop; all else is used from the loop alone. */
final class Line implements WebSocket.Listener {
  /** What the platform keeps of sound that is not played yet, in messages. */
  private static final int BUFFER = 1_024;

  private static final Duration FULL = Sound.FRAME.multipliedBy(BUFFER);
  private static final int KEY_MILLIS = 260;

  private final Loop loop;
  private final Leg leg;
  private final int rate;
  private final Consumer<Leg> disconnected;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringBuilder text = new StringBuilder();
  /** The last message on its way: the next may only be sent when it is out. */
  private CompletableFuture<WebSocket> sending = new CompletableFuture<>();

  private Instant playedUntil = Instant.MIN;
  private boolean full;

  Line(Loop loop, Leg leg, int rate, Consumer<Leg> disconnected) {
    this.loop = loop;
    this.leg = leg;
    this.rate = rate;
    this.disconnected = disconnected;
  }

  int rate() {
    return rate;
  }

  void open(WebSocket socket, Json opening) {
    sending.complete(socket);
    send(open -> open.sendText(opening.write(), true));
  }

  void sound(byte[] frame) {
    send(open -> open.sendBinary(ByteBuffer.wrap(frame), true));
  }

  void key(char key) {
    Json message = Json.object(
        "event", "websocket:dtmf", "digit", String.valueOf(key), "duration", KEY_MILLIS);
    send(open -> open.sendText(message.write(), true));
  }

  /** The platform hangs up. */
  void hangUp() {
    send(open -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""));
  }

  private void send(Function<WebSocket, CompletableFuture<WebSocket>> message) {
    Absence absence = loop.leave();
    // A message that cannot be sent is lost; that the websocket is gone is told by its end.
    sending = sending
        .thenCompose(open -> message.apply(open).handle((sent, lost) -> open))
        .whenComplete((open, never) -> absence.end());
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      String message = text.toString();
      text.setLength(0);
      loop.execute(() -> told(message));
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    byte[] part = new byte[data.remaining()];
    data.get(part);
    bytes.writeBytes(part);
    if (last) {
      byte[] message = bytes.toByteArray();
      bytes.reset();
      loop.execute(() -> said(message));
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    loop.execute(() -> ended("the app closed the websocket with " + code));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable broken) {
    loop.execute(() -> ended("the websocket broke"));
  }

  private void ended(String how) {
    if (!leg.isOver()) {
      leg.log.note(how);
      disconnected.accept(leg);
    }
  }

  private void told(String message) {
    try {
      if (Json.parse(message).text("action").orElse("").equals("clear")) {
        clear();
        return;
      }
    } catch (JsonException malformed) {
      // Told below, as whatever else the platform would not understand.
    }
    leg.log.note("the app sent a text that means nothing: "
        + (message.length() > 100 ? message.substring(0, 100) + "…" : message));
  }

  /** What is not played yet, nobody hears. */
  private void clear() {
    Instant now = loop.now();
    if (playedUntil.isAfter(now)) {
      Duration rest = Duration.between(now, playedUntil);
      leg.conversation.listeners(leg).forEach(each -> each.sound.dropLast(rest));
      leg.conversation.recordings().forEach(each -> each.drop(leg, now));
      playedUntil = now;
    }
    leg.log.note("the app fell silent");
  }

  private void said(byte[] message) {
    Instant now = loop.now();
    boolean silent = !playedUntil.isAfter(now);
    Instant start = silent ? now : playedUntil;
    if (message.length == 0 || message.length % Short.BYTES != 0) {
      leg.log.note("the app sent " + message.length + " bytes, which are no sound");
      return;
    }
    if (Duration.between(now, start).compareTo(FULL) >= 0) {
      if (!full) {
        leg.log.note("the app speaks too far ahead: more than " + BUFFER + " messages are waiting");
      }
      full = true;
      return;
    }
    full = false;
    Sound sound = Sound.of(rate, message);
    playedUntil = start.plus(sound.duration());
    leg.conversation.recordings().forEach(each -> each.hears(leg, start, sound));
    leg.conversation.listeners(leg).forEach(each -> {
      if (silent) {
        each.log.note("sound comes from " + leg.to);
      }
      each.sound.add(sound);
    });
  }
}
