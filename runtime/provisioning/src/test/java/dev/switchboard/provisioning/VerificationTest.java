package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.manifest.Application;
import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.manifest.Webhook;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.SignatureSecrets;
import dev.switchboard.webhooks.signing.Verification.Accepted;
import dev.switchboard.webhooks.signing.WebhookVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An app over real HTTP, well and ill, and what verification says of it. */
class VerificationTest {
  private static final String NCCO = "[{\"action\":\"talk\",\"text\":\"hello\"}]";
  private static final String NUMBER = "447700900123";

  @TempDir
  Path folder;

  private final String secret = SuiteSecrets.fresh();
  private final Map<String, WebhookRequest> seen = new ConcurrentHashMap<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch never = new CountDownLatch(1);
  private HttpServer app;

  private record Answer(int status, String type, String body) {}

  @BeforeEach
  void startTheApp() throws IOException {
    app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    app.createContext("/", this::serve);
    app.setExecutor(threads);
    app.start();
    for (String path : List.of("/answer", "/sorry")) {
      answers.put(path, new Answer(200, "application/json", NCCO));
    }
  }

  @AfterEach
  void stop() {
    never.countDown();
    app.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String path = uri.getRawPath().substring("/base".length());
    seen.put(
        path,
        WebhookRequest.of(
            exchange.getRequestMethod(),
            uri.getRawPath(),
            uri.getRawQuery() == null ? "" : uri.getRawQuery(),
            exchange.getRequestHeaders(),
            exchange.getRequestBody().readAllBytes()));
    Answer answer = answers.getOrDefault(path, new Answer(204, "", ""));
    if (answer.status == 0) {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
      return;
    }
    byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
    if (!answer.type.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", answer.type);
    }
    exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Manifest manifest(List<String> numbers) {
    Map<String, Capability> capabilities = new LinkedHashMap<>();
    capabilities.put(
        "voice",
        new Capability(
            "voice",
            List.of(
                new Webhook(
                    "answer_url",
                    "/answer",
                    Map.of("http_method", "GET", "connect_timeout", 300, "socket_timeout", 1000)),
                new Webhook("fallback_answer_url", "/sorry", Map.of("http_method", "POST")),
                new Webhook("event_url", "/event", Map.of("http_method", "POST"))),
            Map.of("signed_callbacks", true)));
    capabilities.put(
        "messages",
        new Capability(
            "messages",
            List.of(
                new Webhook("inbound_url", "/inbound", Map.of("http_method", "POST")),
                new Webhook("status_url", "/status", Map.of("http_method", "POST"))),
            Map.of("version", "v1")));
    capabilities.put(
        "verify",
        new Capability(
            "verify",
            List.of(new Webhook("status_url", "/verified", Map.of("http_method", "POST"))),
            Map.of()));
    List<Route> routes = new ArrayList<>();
    capabilities
        .values()
        .forEach(capability -> capability
            .webhooks()
            .forEach(webhook -> routes.add(new Route(
                Optional.of(capability.name()),
                webhook.kind(),
                String.valueOf(webhook.options().get("http_method")),
                webhook.path(),
                List.of()))));
    for (String event : List.of("InputEvent", "RecordEvent", "NotifyEvent")) {
      routes.add(new Route(
          Optional.empty(),
          "callback",
          "POST",
          "/" + event,
          List.of("com.acme.Phone#on(" + event + ")")));
    }
    return new Manifest(
        "com.acme.Phone",
        new Application("Phone", List.copyOf(capabilities.values()), Map.of("improve_ai", false)),
        routes,
        List.of(),
        List.of(),
        numbers);
  }

  private DeploymentBuilder builder(FakePlatform platform, String... numbers) {
    Bindings bindings = Fixtures.bindings(numbers);
    return Deployment.of(manifest(List.copyOf(bindings.numbers().keySet())))
        .bindings(new Bindings(
            URI.create("http://127.0.0.1:" + app.getAddress().getPort() + "/base"),
            Map.of(),
            bindings.numbers()))
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
      assertThat(seen).hasSize(9);
      WebhookVerifier verifier = WebhookVerifier.of(SignatureSecrets.of(secret), Clock.systemUTC());
      seen.forEach((path, request) -> {
        boolean signed = !path.equals("/verified");
        assertThat(request.header("Authorization").isPresent()).as(path).isEqualTo(signed);
        if (signed) {
          assertThat(verifier.verify(request, Duration.ofMinutes(5)))
              .as(path)
              .isInstanceOf(Accepted.class);
        }
        assertThat(request.header(Verifier.HEADER)).as(path).contains("1");
      });
      assertThat(request("/answer").parameter("to")).isPresent();
      assertThat(json("/InputEvent").get("dtmf").text("digits")).contains("1");
      assertThat(json("/RecordEvent").has("recording_url")).isTrue();
      assertThat(json("/NotifyEvent").has("payload")).isTrue();
      assertThat(json("/inbound").text("text")).contains("Verification");
    }
  }

  private WebhookRequest request(String path) {
    return Optional.ofNullable(seen.get(path)).orElseThrow();
  }

  private Json json(String path) {
    return request(path).json();
  }

  @Test
  void everyIllnessIsNamed() throws IOException {
    answers.put("/answer", new Answer(0, "", ""));
    answers.put("/sorry", new Answer(200, "application/json", "[{\"action\":\"sing\"}]"));
    answers.put("/event", new Answer(500, "text/plain", "the secret of the app"));
    answers.put("/inbound", new Answer(401, "", ""));
    answers.put("/status", new Answer(302, "", ""));
    answers.put("/InputEvent", new Answer(200, "application/json", "[{\"action\":\"talk\"}]"));
    answers.put("/NotifyEvent", new Answer(200, "application/json", "{\"done\":true}"));
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
      for (Answer answer : List.of(
          new Answer(204, "", ""),
          new Answer(200, "", ""),
          new Answer(200, "text/html", NCCO),
          new Answer(200, "application/json", "{"),
          new Answer(200, "application/json", "[]"),
          new Answer(200, "application/json", " ".repeat(1024 * 1024) + NCCO))) {
        answers.put("/answer", answer);
        assertThat(builder(platform)
                .build()
                .verify(ProgressListener.NONE)
                .results()
                .get(0)
                .passed())
            .as(answer.status + " " + answer.type)
            .isFalse();
      }
      app.stop(0);
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
      assertThat(seen).isEmpty();
    }
  }

  @Test
  void anApplyThatVerifiesMovesNoNumberToAnAppThatDoesNotAnswer() throws IOException {
    answers.put("/answer", new Answer(503, "", ""));
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

      answers.put("/answer", new Answer(200, "application/json", NCCO));
      rest.apply();

      assertThat(platform.number(NUMBER).path("app_id").asString())
          .isEqualTo(platform.only().path("id").asString());
      assertThat(deployment.plan(options).isEmpty()).isTrue();
    }
  }

  @Test
  void stepsAreToldAsTheyHappen() throws IOException {
    answers.put("/sorry", new Answer(500, "", ""));
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
