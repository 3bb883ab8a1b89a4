package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Rest.Reply;
import dev.switchboard.sandbox.TestApp.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users whom app endpoints name, and the platform's limits on voice. */
class UsersAndLimitsTest {
  private static final String NUMBER = "447700900123";
  private static final String PERSON = "447700900999";
  private static final String CALL = ("{'to':[{'type':'phone','number':'447700900555'}],"
          + "'from':{'type':'phone','number':'" + NUMBER
          + "'},'ncco':[{'action':'wait','timeout':60}]}")
      .replace('\'', '"');

  private TestApp app;

  @BeforeEach
  void open() throws IOException {
    app = new TestApp();
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void aUserIsMadeFoundChangedAndRemoved() {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
      Rest rest = app.client(sandbox, NUMBER);
      Reply made = rest.json("POST", "/v1/users", "{\"name\":\"ann\",\"display_name\":\"Ann\"}");
      assertThat(made.status()).isEqualTo(201);
      String id = made.json().required("id");
      assertThat(id).startsWith("USR-");
      assertThat(rest.json("POST", "/v1/users", "{\"name\":\"ann\"}").status()).isEqualTo(409);
      assertThat(rest.json("POST", "/v1/users", "{}").json().required("name")).startsWith("NAM-");
      assertThat(rest.json("PATCH", "/v1/users/" + id, "{\"display_name\":\"Anna\"}")
              .json()
              .required("display_name"))
          .isEqualTo("Anna");
      assertThat(rest.get("/v1/users?name=ann")
              .json()
              .get("_embedded")
              .get("users")
              .items())
          .hasSize(1);
      assertThat(rest.json("DELETE", "/v1/users/" + id, "").status()).isEqualTo(204);
      assertThat(rest.get("/v1/users/" + id).status()).isEqualTo(404);
      assertThat(new Rest(sandbox).get("/v1/users").status()).isEqualTo(401);
    }
  }

  @Test
  void anAppEndpointReachesWhoExists() {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime())) {
      Rest rest = app.client(sandbox, NUMBER);
      app.on(
          "/answer",
          Answer.ncco("[{'action':'connect','endpoint':[{'type':'app','user':'ann'}]},"
              + "{'action':'talk','text':'Ann is not in.'}]"));
      sandbox.call(PERSON, NUMBER).hears("Ann is not in.").ends();
      assertThat(app.statuses("/event")).contains("failed");

      rest.json("POST", "/v1/users", "{\"name\":\"bob\"}");
      app.on(
          "/answer",
          Answer.ncco("[{'action':'connect','endpoint':[{'type':'app','user':'bob'}]}]"));
      Call call = sandbox.call(PERSON, NUMBER);
      sandbox.callee("bob").says("Hello?");
      call.hears("Hello?").hangUp();
    }
  }

  @Test
  void limitsAreKeptWhereTheyAreAskedFor() {
    SandboxSettings settings = SandboxSettings.defaults().virtualTime().rateLimits(true);
    try (Sandbox sandbox = Sandbox.start(settings)) {
      Rest rest = app.client(sandbox, NUMBER);
      for (int i = 0; i < 3; i++) {
        assertThat(rest.json("POST", "/v1/calls", CALL).status()).isEqualTo(201);
      }
      Reply fourth = rest.json("POST", "/v1/calls", CALL);
      assertThat(fourth.status()).isEqualTo(429);
      assertThat(fourth.json().required("type")).endsWith("#rate-limit");
      assertThat(IntStream.range(0, 16).map(i -> rest.get("/v1/calls").status()))
          .containsExactly(
              200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 429);
      sandbox.advance(Duration.ofSeconds(1));
      assertThat(rest.json("POST", "/v1/calls", CALL).status()).isEqualTo(201);
      assertThat(rest.get("/v1/calls").status()).isEqualTo(200);
    }
  }

  @Test
  void anNccoThatConnectsTooOftenIsToldByAnErrorEvent() throws InterruptedException {
    SandboxSettings settings = SandboxSettings.defaults().virtualTime().rateLimits(true);
    try (Sandbox sandbox = Sandbox.start(settings)) {
      Rest rest = app.client(sandbox, NUMBER);
      app.on(
          "/answer",
          Answer.ncco("[{'action':'connect','endpoint':[{'type':'phone','number':'447700900556'}]},"
              + "{'action':'talk','text':'Too many.'}]"));
      IntStream.range(0, 3).forEach(i -> rest.json("POST", "/v1/calls", CALL));
      sandbox.call(PERSON, NUMBER).hears("Too many.").ends();
      app.await("/event", event -> event.json().text("reason").isPresent());
    }
  }

  @Test
  void withoutThemNothingIsLimited() {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime())) {
      Rest rest = app.client(sandbox, NUMBER);
      assertThat(IntStream.range(0, 5)
              .map(i -> rest.json("POST", "/v1/calls", CALL).status()))
          .containsOnly(201);
    }
  }
}
