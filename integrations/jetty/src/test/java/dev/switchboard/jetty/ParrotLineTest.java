package dev.switchboard.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Call;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxApplication;
import dev.switchboard.sandbox.audio.Sound;
import dev.switchboard.testing.SwitchboardTest;
import dev.switchboard.webhooks.signing.ApiTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call is connected to the app's websocket: an annotated app, the processor's router, Jetty, the sandbox and the kit. */
@SwitchboardTest(ParrotLine.class)
class ParrotLineTest {
  private static final Sound HELLO = Sound.tone(16_000, 440, Duration.ofMillis(400));

  @TempDir
  Path folder;

  @BeforeEach
  void forget() {
    ParrotLine.SEEN.clear();
  }

  @Test
  void theCallerHearsWhatItSays(Sandbox sandbox) {
    Path wav = folder.resolve("hello.wav");
    HELLO.write(wav);
    Call call = sandbox.call("447700900777");
    call.hears("Speak to the parrot.");
    call.speaks(wav);

    Sound heard = call.hearsSound(Duration.ofMillis(400));
    assertThat(heard.pcm()).isEqualTo(echo());
    call.hangUp();
    assertThat(ParrotLine.SEEN).contains("start 447700900777 at 8000");
    assertThat(call.transcript().toString())
        .contains("makes 0.4 s of sound", "sound comes from ws:");
  }

  /** What a websocket carries at 8 kHz, frame by frame. */
  private static byte[] echo() {
    Sound said = Sound.of(8_000, new byte[0]);
    for (int i = 0; i < HELLO.frames(); i++) {
      said =
          said.then(Sound.of(8_000, Sound.of(16_000, HELLO.frame(i)).at(8_000).frame(0)));
    }
    return said.pcm();
  }

  @Test
  void keysReachTheAppAndItsGoodbyeEndsTheConnection(Sandbox sandbox) {
    Call call = sandbox.call("447700900777");
    call.hears("Speak to the parrot.").press("17");
    call.hears("The parrot has gone.").ends();
    assertThat(ParrotLine.SEEN).contains("key 1", "key 7", "disconnected");
  }

  @Test
  void theAppSaysWhatFollowsItsGoodbye(Sandbox sandbox) {
    Call call = sandbox.call("447700900777");
    call.hears("Speak to the parrot.").press("5");
    call.hears("Polly is asleep.").ends();
  }

  @Test
  void theRecordingHasWhatTheAppSaid(Sandbox sandbox) throws Exception {
    Call call = sandbox.call("447700900777");
    call.hears("Speak to the parrot.").press("2");
    call.hearsSound(Duration.ofMillis(200));
    sandbox.advance(Duration.ofSeconds(2));
    call.hangUp();

    SandboxApplication app = sandbox.application();
    HttpResponse<byte[]> recording = HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(recordingUrl(sandbox))
                .header(
                    "Authorization",
                    "Bearer "
                        + ApiTokens.of(app.id(), app.privateKey())
                            .clock(sandbox.clock())
                            .token())
                .build(),
            BodyHandlers.ofByteArray());
    Sound sound = Sound.read(recording.body());
    assertThat(sound.duration()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    byte[] pcm = sound.pcm();
    int start = 0;
    while (pcm[start] == 0) {
      start++;
    }
    assertThat(Arrays.copyOfRange(pcm, start, start + ParrotLine.SONG.length))
        .isEqualTo(ParrotLine.SONG);
    assertThat(Arrays.copyOfRange(pcm, start + ParrotLine.SONG.length, pcm.length))
        .containsOnly(0);
  }

  private static URI recordingUrl(Sandbox sandbox) {
    return sandbox.webhooks().stream()
        .flatMap(webhook -> webhook.payload().text("recording_url").stream())
        .map(URI::create)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aHangUpEndsTheWebsocket(Sandbox sandbox) {
    Call call = sandbox.call("447700900777");
    call.hears("Speak to the parrot.").speaks(HELLO);
    call.hearsSound(Duration.ofMillis(100));
    call.hangUp();
    assertThat(call.status()).isEqualTo("completed");
  }

  @Test
  void soundGoesInAndOutByTheControlApi(Sandbox sandbox) throws Exception {
    Call call = sandbox.call("447700900777");
    call.hears("Speak to the parrot.").speaks(HELLO);
    call.hearsSound(Duration.ofMillis(400));
    URI uri = sandbox.uri().resolve("/sandbox/calls/" + call.uuid() + "/sound");
    HttpClient client = HttpClient.newHttpClient();
    HttpResponse<byte[]> said = client.send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "audio/wav")
            .POST(BodyPublishers.ofByteArray(HELLO.toWav()))
            .build(),
        BodyHandlers.ofByteArray());
    assertThat(said.statusCode()).isEqualTo(200);
    call.hearsSound(Duration.ofMillis(800));
    HttpResponse<byte[]> heard =
        client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    assertThat(Sound.read(heard.body()).duration()).isEqualTo(Duration.ofMillis(800));
    HttpResponse<String> noSound = client.send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "audio/wav")
            .POST(BodyPublishers.ofString("no sound"))
            .build(),
        BodyHandlers.ofString());
    assertThat(noSound.statusCode()).isEqualTo(400);
  }
}
