package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.sandbox.replay.Recorded;
import dev.switchboard.sandbox.replay.WebhookFile;
import dev.switchboard.sandbox.replay.WebhookRecorder;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.RsaKeys;
import dev.switchboard.webhooks.signing.SignatureSecrets;
import dev.switchboard.webhooks.signing.Verification;
import dev.switchboard.webhooks.signing.WebhookVerifier;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call is recorded between the sandbox and an app, and sent again. */
class ReplayTest {
  private static final KeyPair KEYS = RsaKeys.generate();
  private static final String NUMBER = "447700900123";
  private static final String NCCO =
      "[{'action':'input','type':['dtmf'],'dtmf':{'maxDigits':1},'eventUrl':['%s/choice']}]";

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime());
  private final SandboxApplication application = sandbox.createApplication("Recorded", KEYS);
  private final TestApp app;

  @TempDir
  Path folder = Path.of("");

  ReplayTest() throws IOException {
    app = new TestApp();
  }

  @AfterEach
  void close() {
    app.close();
    sandbox.close();
  }

  @Test
  void sendsARecordedCallAgain() throws IOException {
    Path file = record();
    List<WebhookRequest> before = List.copyOf(app.requests("/choice"));
    serve(app.url(""));
    sandbox.advance(Duration.ofHours(30));
    assertThat(sandbox.replay(file).answersAsRecorded().exchanges()).hasSize(6);

    List<WebhookRequest> choices = app.requests("/choice");
    assertThat(choices).hasSize(2);
    assertThat(choices.get(1).json()).isEqualTo(before.get(0).json());
    assertThat(choices.get(1).header("Authorization"))
        .isNotEqualTo(before.get(0).header("Authorization"));
    WebhookVerifier verifier = WebhookVerifier.of(
        SignatureSecrets.of(sandbox.settings().signatureSecret()), sandbox.clock());
    assertThat(List.of(choices.get(1), app.requests("/answer").get(1)))
        .allMatch(request ->
            verifier.verify(request, Duration.ofMinutes(5)) instanceof Verification.Accepted);
  }

  @Test
  void showsWhatIsAnsweredDifferently() throws IOException {
    Path file = record();
    serve(app.url(""));
    app.on("/choice", Answer.ncco("[{'action':'talk','text':'Good evening.'}]"));

    assertThatThrownBy(() -> sandbox.replay(file).answersAsRecorded())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("1 of 6 webhooks")
        .hasMessageContaining("then 200 [{\"action\":\"talk\",\"text\":\"Thank you.\"}]")
        .hasMessageContaining("now  200 [{\"action\":\"talk\",\"text\":\"Good evening.\"}]");
  }

  @Test
  void keepsNoSecretAndLetsNobodyElseRead() throws IOException {
    app.on(
        "/answer",
        Answer.ncco(
            "[{'action':'connect','endpoint':[{'type':'websocket','uri':'wss://a.example',"
                + "'content-type':'audio/l16;rate=16000','authorization':{'type':'custom','value':'hush'}}]}]"));
    Path file = folder.resolve("calls.jsonl");
    try (WebhookRecorder recorder = recorder(file)) {
      serve(recorder.uri().toString());
      sandbox.whenCalled("wss://a.example", "busy", Duration.ZERO);
      sandbox.call("447700900001").ends();
    }

    assertThat(app.requests("/answer").get(0).header("Authorization").orElseThrow())
        .startsWith("Bearer ");
    assertThat(Files.readString(file)).doesNotContain("Bearer").doesNotContain("hush");
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void writesWhatItCanReadBack() throws IOException {
    List<Recorded> recorded = WebhookFile.read(record());

    assertThat(recorded).extracting(Recorded::path).contains("/answer", "/choice", "/event");
    assertThat(recorded)
        .filteredOn(each -> each.path().equals("/choice"))
        .singleElement()
        .satisfies(choice -> {
          assertThat(choice.request().json())
              .isEqualTo(app.requests("/choice").get(0).json());
          assertThat(choice.status()).isEqualTo(200);
          assertThat(choice.answerType()).isEqualTo("application/json");
        });
  }

  @Test
  void namesTheLineThatIsNoWebhook() throws IOException {
    Path file = folder.resolve("wrong.jsonl");
    Files.writeString(file, "\n{\"path\":\"/only\"}\n");

    assertThatThrownBy(() -> WebhookFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2");
  }

  private Path record() throws IOException {
    Path file = folder.resolve("calls.jsonl");
    try (WebhookRecorder recorder = recorder(file)) {
      serve(recorder.uri().toString());
      app.on("/answer", Answer.ncco(NCCO.replace("%s", recorder.uri().toString())));
      app.on("/choice", Answer.ncco("[{'action':'talk','text':'Thank you.'}]"));
      sandbox.call("447700900001").press("1").hears("Thank you.").ends();
    }
    return file;
  }

  private WebhookRecorder recorder(Path file) throws IOException {
    return WebhookRecorder.start(0, URI.create(app.url("")), file, recorded -> {});
  }

  private void serve(String base) {
    sandbox.setCapabilities(
        application.id(),
        Json.object(
            "voice",
            Json.object(
                "webhooks",
                Json.object(
                    "answer_url", Json.object("address", base + "/answer", "http_method", "GET"),
                    "event_url", Json.object("address", base + "/event", "http_method", "POST")))));
    sandbox.link(NUMBER, application.id());
  }
}
