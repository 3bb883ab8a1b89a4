package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import dev.switchboard.webhooks.signing.SignatureSecrets;
import dev.switchboard.webhooks.signing.Verification.Accepted;
import dev.switchboard.webhooks.signing.WebhookVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An app over real HTTP, well and ill, and what verification says of it. */
class VerificationTest {
  private static final String NUMBER = "447700900123";

  @TempDir
  Path folder;

  private final String secret = SuiteSecrets.fresh();
  private VerifiedApp app;

  @BeforeEach
  void startTheApp() throws IOException {
    app = new VerifiedApp();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private DeploymentBuilder builder(FakePlatform platform, String... numbers) {
    Bindings bindings = Fixtures.bindings(numbers);
    return Deployment.of(VerifiedApp.manifest(List.copyOf(bindings.numbers().keySet())))
        .bindings(new Bindings(app.baseUrl(), Map.of(), bindings.numbers()))
        .account(platform.account())
        .state(new FileStateStore(folder.resolve("state.json")))
        .keys(new FileKeyStore(folder.resolve("keys")))
        .signatureSecret(secret);
  }

  @Test
  void aHealthyAppPasses() throws IOException {
    try (FakePlatform platform = new FakePlatform()) {
      Deployment deployment = builder(platform).build();
      deployment.plan().apply();

      Verification verification = deployment.verify(ProgressListener.NONE);

      verification.orThrow();
      assertThat(verification.results()).hasSize(9).allMatch(Verification.Result::passed);
      assertThat(app.seen).hasSize(9);
      assertThat(app.seen).as("a websocket answers no request").doesNotContainKey("/agent");
      WebhookVerifier verifier = WebhookVerifier.of(SignatureSecrets.of(secret), Clock.systemUTC());
      app.seen.forEach((path, request) -> {
        boolean signed = !path.equals("/verified");
        assertThat(request.header("Authorization").isPresent()).as(path).isEqualTo(signed);
        if (signed) {
          assertThat(verifier.verify(request, Duration.ofMinutes(5)))
              .as(path)
              .isInstanceOf(Accepted.class);
        }
        assertThat(request.header(Verifier.HEADER)).as(path).contains("1");
      });
      assertThat(app.request("/answer").parameter("to")).isPresent();
      assertThat(app.json("/InputEvent").get("dtmf").text("digits")).contains("1");
      assertThat(app.json("/RecordEvent").has("recording_url")).isTrue();
      assertThat(app.json("/NotifyEvent").has("payload")).isTrue();
      assertThat(app.json("/inbound").text("text")).contains("Verification");
    }
  }

  @Test
  void everyIllnessIsNamed() throws IOException {
    app.answers.put("/answer", new VerifiedApp.Answer(0, "", ""));
    app.answers.put(
        "/sorry", new VerifiedApp.Answer(200, "application/json", "[{\"action\":\"sing\"}]"));
    app.answers.put("/event", new VerifiedApp.Answer(500, "text/plain", "the secret of the app"));
    app.answers.put("/inbound", new VerifiedApp.Answer(401, "", ""));
    app.answers.put("/status", new VerifiedApp.Answer(302, "", ""));
    app.answers.put(
        "/InputEvent", new VerifiedApp.Answer(200, "application/json", "[{\"action\":\"talk\"}]"));
    app.answers.put(
        "/NotifyEvent", new VerifiedApp.Answer(200, "application/json", "{\"done\":true}"));
    try (FakePlatform platform = new FakePlatform()) {
      Verification verification = builder(platform).build().verify(ProgressListener.NONE);

      Map<String, String> problems = new LinkedHashMap<>();
      verification
          .results()
          .forEach(result ->
              problems.put(result.address().getPath(), String.join(" ", result.problems())));
      assertThat(problems.get("/base/answer")).isEqualTo("It did not answer within 1300 ms.");
      assertThat(problems.get("/base/sorry")).startsWith("NCCO /0/action: ");
      assertThat(problems.get("/base/event")).isEqualTo("It answered 500, and not 200 to 205.");
      assertThat(problems.get("/base/inbound")).contains("401", "signature secret");
      assertThat(problems.get("/base/status")).contains("302");
      assertThat(problems.get("/base/InputEvent")).startsWith("NCCO /0");
      assertThat(problems.get("/base/NotifyEvent")).isEmpty();
      assertThat(problems.get("/base/verified")).isEmpty();
      ProvisioningException failure =
          catchThrowableOfType(ProvisioningException.class, verification::orThrow);
      assertThat(failure.failure().exitCode()).isEqualTo(10);
      assertThat(failure).hasMessageContaining("6 of 9 URLs").hasMessageNotContaining("secret of");
    }
  }

  @Test
  void whatGivesNothingOrTheWrongThing() throws IOException {
    try (FakePlatform platform = new FakePlatform()) {
      for (VerifiedApp.Answer answer : List.of(
          new VerifiedApp.Answer(204, "", ""),
          new VerifiedApp.Answer(200, "", ""),
          new VerifiedApp.Answer(200, "text/html", VerifiedApp.NCCO),
          new VerifiedApp.Answer(200, "application/json", "{"),
          new VerifiedApp.Answer(200, "application/json", "[]"),
          new VerifiedApp.Answer(
              200, "application/json", " ".repeat(1024 * 1024) + VerifiedApp.NCCO))) {
        app.answers.put("/answer", answer);
        assertThat(builder(platform)
                .build()
                .verify(ProgressListener.NONE)
                .results()
                .get(0)
                .passed())
            .as(answer.status() + " " + answer.type())
            .isFalse();
      }
      app.close();
      assertThat(builder(platform).build().verify(ProgressListener.NONE).results())
          .allMatch(result -> result.status().isEmpty() && !result.passed());
    }
  }

  @Test
  void withoutASecretThereIsNothingToSignWith() throws IOException {
    try (FakePlatform platform = new FakePlatform()) {
      Deployment deployment = builder(platform).signatureSecret(" ").build();
      ProvisioningException failure = catchThrowableOfType(
          ProvisioningException.class, () -> deployment.verify(ProgressListener.NONE));
      assertThat(failure.failure()).isEqualTo(Failure.CREDENTIALS);
      assertThat(app.seen).isEmpty();
    }
  }

  @Test
  void anApplyThatVerifiesMovesNoNumberToAnAppThatDoesNotAnswer() throws IOException {
    app.answers.put("/answer", new VerifiedApp.Answer(503, "", ""));
    try (FakePlatform platform = new FakePlatform()) {
      platform.own(NUMBER);
      Options options = Options.DEFAULT.verifying();
      Deployment deployment = builder(platform, "line", NUMBER).build();
      Plan plan = deployment.saved(deployment.plan(options).toJson());

      ProvisioningException failure =
          catchThrowableOfType(ProvisioningException.class, plan::apply);

      assertThat(failure.failure()).isEqualTo(Failure.VERIFICATION);
      assertThat(platform.number(NUMBER).has("app_id")).isFalse();
      assertThat(deployment.status().unfinished()).isEmpty();
      assertThat(deployment.status().busy()).isFalse();
      Plan rest = deployment.plan(options);
      assertThat(rest.changes()).singleElement().matches(Change::ofNumber);

      app.answers.put("/answer", new VerifiedApp.Answer(200, "application/json", VerifiedApp.NCCO));
      rest.apply();

      assertThat(platform.number(NUMBER).path("app_id").asString())
          .isEqualTo(platform.only().path("id").asString());
      assertThat(deployment.plan(options).isEmpty()).isTrue();
    }
  }

  @Test
  void stepsAreToldAsTheyHappen() throws IOException {
    app.answers.put("/sorry", new VerifiedApp.Answer(500, "", ""));
    List<String> heard = new ArrayList<>();
    try (FakePlatform platform = new FakePlatform()) {
      var unused = builder(platform).build().verify(new ProgressListener() {
        @Override
        public void finished(Step step, Duration took) {
          heard.add("ok " + step.id());
        }

        @Override
        public void failed(Step step, ProvisioningException failure) {
          heard.add("failed " + step.id());
        }
      });
    }
    assertThat(heard)
        .hasSize(9)
        .contains(
            "ok verify:voice.answer_url:/answer", "failed verify:voice.fallback_answer_url:/sorry")
        .contains("ok verify:callback:/InputEvent");
  }
}
