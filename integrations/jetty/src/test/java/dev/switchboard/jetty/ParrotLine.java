package dev.switchboard.jetty;

import static dev.switchboard.webhooks.ncco.Ncco.connect;
import static dev.switchboard.webhooks.ncco.Ncco.record;
import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static dev.switchboard.webhooks.ncco.Ncco.websocket;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.annotations.WebSocketUrl;
import dev.switchboard.webhooks.audio.AudioEnd;
import dev.switchboard.webhooks.audio.AudioFrame;
import dev.switchboard.webhooks.audio.AudioHandler;
import dev.switchboard.webhooks.audio.AudioKey;
import dev.switchboard.webhooks.audio.AudioLine;
import dev.switchboard.webhooks.audio.AudioStart;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.ncco.WebsocketEndpoint.Rate;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.CallEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A voice agent of few words: it says back what it hears. */
@VoiceApp(name = "Parrot line")
final class ParrotLine {
  /** What happened, for tests. */
  static final List<String> SEEN = new CopyOnWriteArrayList<>();

  /** A fifth of a second of it, at 8 kHz. */
  static final byte[] SONG = new byte[3_200];

  static {
    Arrays.fill(SONG, (byte) 7);
  }

  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(
        record().to(ParrotLineRoutes.EVENT_URL),
        talk("Speak to the parrot."),
        connect(websocket(ParrotLineRoutes.PARROT)
                .rate(Rate.HZ_8000)
                .header("caller", call.from().orElse("")))
            .to(ParrotLineRoutes.EVENT_URL),
        talk("The parrot has gone."));
  }

  @WebSocketUrl
  AudioHandler parrot(AudioStart start) {
    SEEN.add("start " + start.header("caller").orElse("") + " at " + start.rate());
    return new Parrot();
  }

  @EventUrl
  Optional<Ncco> disconnected(CallEvent.Disconnected event) {
    SEEN.add("disconnected");
    return SEEN.contains("key 5")
        ? Optional.of(Ncco.of(talk("Polly is asleep.")))
        : Optional.empty();
  }

  private static final class Parrot implements AudioHandler {
    @Override
    public void audio(AudioLine line, AudioFrame frame) {
      line.play(frame);
    }

    @Override
    public void key(AudioLine line, AudioKey key) {
      SEEN.add("key " + key.digit());
      switch (key.digit()) {
        case "1" -> {}
        case "2" -> line.play(SONG);
        default -> line.hangUp();
      }
    }

    @Override
    public void ended(AudioEnd end) {
      SEEN.add("ended " + end.code());
    }
  }
}
