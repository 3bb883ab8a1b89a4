package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.sandbox.audio.Sound;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is played again and again, what is kept of speech, what notify sends, and files that people send. */
class SoundAndFilesTest {
  private static final String NUMBER = "447700900123";
  private static final String PERSON = "447700900999";

  @TempDir
  Path folder;

  private TestApp app;

  @BeforeEach
  void open() throws IOException {
    app = new TestApp();
  }

  @AfterEach
  void close() {
    app.close();
  }

  private static SandboxSettings virtual() {
    return SandboxSettings.defaults().virtualTime();
  }

  private static long heard(Call call, String text) {
    return call.transcript().steps().stream()
        .filter(step -> step instanceof Step.Heard heard && heard.text().equals(text))
        .count();
  }

  @Test
  void theApiPlaysAsOftenAsItIsTold() {
    try (Sandbox sandbox = Sandbox.start(virtual().speakingTime(Duration.ofSeconds(2)))) {
      Rest rest = app.client(sandbox, NUMBER);
      app.on("/answer", Answer.ncco("[{'action':'wait','timeout':600}]"));
      Call call = sandbox.call(PERSON, NUMBER);
      String path = "/v1/calls/" + call.uuid();
      sandbox.advance(Duration.ZERO);
      rest.json("PUT", path + "/talk", "{\"text\":\"Three.\",\"loop\":3}");
      rest.json("PUT", path + "/stream", "{\"stream_url\":[\"http://x/tune.mp3\"],\"loop\":0}");
      sandbox.advance(Duration.ofSeconds(9));
      assertThat(heard(call, "Three.")).isEqualTo(3);
      assertThat(heard(call, "http://x/tune.mp3")).isEqualTo(5);
      rest.json("DELETE", path + "/stream", "");
      sandbox.advance(Duration.ofSeconds(9));
      assertThat(heard(call, "http://x/tune.mp3")).isEqualTo(5);
      assertThat(
              rest.json("PUT", path + "/talk", "{\"text\":\"x\",\"loop\":-1}").status())
          .isEqualTo(400);
      assertThat(
              rest.json("PUT", path + "/talk", "{\"text\":\"x\",\"level\":1.1}").status())
          .isEqualTo(400);
      call.hangUp();
    }
  }

  @Test
  void whatWasSaidIsKeptWhereTheNccoAsksForIt() {
    try (Sandbox sandbox = Sandbox.start(virtual())) {
      Rest rest = app.client(sandbox, NUMBER);
      app.on(
          "/answer",
          Answer.ncco("[{'action':'input','type':['speech'],'speech':{'saveAudio':true},"
              + "'eventUrl':['" + app.url("/said") + "']}]"));
      sandbox.call(PERSON, NUMBER).says("A large one.").ends();
      Json speech = app.requests("/said").get(0).json().get("speech");
      URI recording = URI.create(speech.required("recording_url"));
      assertThat(rest.get(recording.getPath()).body()).startsWith("RIFF");
      assertThat(new Rest(sandbox).get(recording.getPath()).status()).isEqualTo(401);
    }
  }

  @Test
  void aRecordingHasTheSoundThatWasMade() {
    try (Sandbox sandbox = Sandbox.start(virtual())) {
      Rest rest = app.client(sandbox, NUMBER);
      app.on(
          "/answer",
          Answer.ncco("[{'action':'record','endOnKey':'#','eventUrl':['" + app.url("/recorded")
              + "']},{'action':'talk','text':'Thank you.'}]"));
      Sound tone = Sound.tone(8_000, 440, Duration.ofMillis(400));
      Call call = sandbox.call(PERSON, NUMBER).speaks(tone).says("That was A.");
      sandbox.advance(Duration.ofMillis(600));
      call.press("#").hears("Thank you.").ends();

      Json recorded = app.requests("/recorded").get(0).json();
      byte[] wav = rest.bytes(URI.create(recorded.required("recording_url")).getPath());
      assertThat(recorded.integer("size")).contains((long) wav.length);
      Sound sound = Sound.read(wav);
      assertThat(sound.duration()).isEqualTo(Duration.ofSeconds(1));
      byte[] silence = new byte[600 * 16];
      assertThat(sound.pcm()).isEqualTo(tone.then(Sound.of(8_000, silence)).pcm());
    }
  }

  @Test
  void aRecordingOfWordsIsSilence() {
    try (Sandbox sandbox = Sandbox.start(virtual())) {
      Rest rest = app.client(sandbox, NUMBER);
      app.on(
          "/answer",
          Answer.ncco("[{'action':'record','endOnSilence':3,'eventUrl':['" + app.url("/recorded")
              + "']}]"));
      Call call = sandbox.call(PERSON, NUMBER);
      sandbox.advance(Duration.ofMillis(2_500));
      call.says("Hello.").ends();
      Json recorded = app.requests("/recorded").get(0).json();
      Sound sound =
          Sound.read(rest.bytes(URI.create(recorded.required("recording_url")).getPath()));
      assertThat(sound.pcm()).isEqualTo(new byte[2_500 * 16]);
    }
  }

  @Test
  void notifySendsItsPayloadAloneWhereItIsToldTo() {
    String ncco =
        "[{'action':'notify','payload':{'step':7},'eventUrl':['" + app.url("/note") + "']}]";
    for (boolean bare : new boolean[] {true, false}) {
      try (Sandbox sandbox = Sandbox.start(virtual().bareNotify(bare))) {
        app.client(sandbox, NUMBER);
        app.on("/answer", Answer.ncco(ncco));
        sandbox.call(PERSON, NUMBER).ends();
      }
    }
    assertThat(app.requests("/note").stream().map(WebhookRequest::json))
        .satisfiesExactly(
            alone -> assertThat(alone.write()).isEqualTo("{\"step\":7}"),
            wrapped -> assertThat(wrapped.get("payload").write()).isEqualTo("{\"step\":7}"));
  }

  @Test
  void aFileIsKeptForTwoDays() throws IOException {
    Path picture = Files.writeString(folder.resolve("pizza.png"), "a picture");
    try (Sandbox sandbox = Sandbox.start(virtual())) {
      app.client(sandbox, NUMBER);
      sandbox.whatsApp(PERSON).sendsFile("image", picture);
      Json message = app.requests("/inbound").get(0).json();
      assertThat(message.required("message_type")).isEqualTo("image");
      URI url = URI.create(message.get("image").required("url"));
      Rest anybody = new Rest(sandbox);
      assertThat(anybody.get(url.getPath()).body()).isEqualTo("a picture");
      sandbox.advance(Duration.ofDays(2));
      assertThat(anybody.get(url.getPath()).status()).isEqualTo(404);
    }
  }

  @Test
  void aSecuredFileIsForItsApplicationOnly() throws IOException {
    Path picture = Files.writeString(folder.resolve("pizza.png"), "a picture");
    try (Sandbox sandbox = Sandbox.start(virtual())) {
      Json application = app.register(sandbox, NUMBER);
      String id = application.required("id");
      Json capabilities =
          new Rest(sandbox).get("/v2/applications/" + id).json().get("capabilities");
      sandbox.setCapabilities(
          id,
          capabilities.with(
              "messages", capabilities.get("messages").with("authenticate_inbound_media", true)));
      sandbox.whatsApp(PERSON).sendsFile("image", picture);
      String path = URI.create(
              app.requests("/inbound").get(0).json().get("image").required("url"))
          .getPath();
      assertThat(new Rest(sandbox).get(path).status()).isEqualTo(401);
      Rest owner =
          new Rest(sandbox).asApplication(id, application.get("keys").required("private_key"));
      assertThat(owner.get(path).body()).isEqualTo("a picture");
    }
  }

  @Test
  void whatAMessageSaysOfItselfArrivesAsItWasSaid() {
    try (Sandbox sandbox = Sandbox.start(virtual())) {
      app.client(sandbox, NUMBER);
      Json referral = Json.object("source_id", "1", "source_url", "http://x/advert");
      sandbox
          .whatsApp(PERSON)
          .sends(Json.object(
              "message_type", "text",
              "text", "Hello",
              "whatsapp", Json.object("referral", referral)));
      sandbox.conversation("mms", PERSON).says("Hi");
      sandbox.conversation("rcs", PERSON).says("Hi");
      assertThat(app.requests("/inbound").stream().map(WebhookRequest::json))
          .satisfiesExactly(
              whatsApp -> {
                assertThat(whatsApp.get("whatsapp").get("referral").required("source_url"))
                    .isEqualTo("http://x/advert");
                assertThat(whatsApp.get("whatsapp").get("sender").required("wa_id"))
                    .isEqualTo(PERSON);
                assertThat(whatsApp.get("_self").required("href"))
                    .isEqualTo(sandbox.uri() + "/v1/messages/" + whatsApp.required("message_uuid"));
              },
              mms -> assertThat(mms.get("origin").has("network_code")).isTrue(),
              rcs -> assertThat(rcs.required("context_status")).isEqualTo("none"));
    }
  }
}
