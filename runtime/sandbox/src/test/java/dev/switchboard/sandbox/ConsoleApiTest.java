package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.sandbox.Rest.Reply;
import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.webhooks.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleApiTest {
  private static final String NUMBER = "447700900123";

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime());
  private final String token = sandbox.consoleUri().getFragment().substring("token=".length());
  private final Rest rest = new Rest(sandbox).as("Bearer " + token);
  private final TestApp app;
  private Json application = Json.object();

  ConsoleApiTest() throws IOException {
    app = new TestApp();
  }

  @BeforeEach
  void register() {
    application = app.register(sandbox, NUMBER);
    app.on(
        "/answer",
        Answer.ncco("[{'action':'talk','text':'Press.'},{'action':'input','type':['dtmf'],"
            + "'dtmf':{'maxDigits':1},'eventUrl':['" + app.url("/choice") + "']}]"));
    app.on("/choice", Answer.ncco("[{'action':'talk','text':'Bye.'}]"));
  }

  @AfterEach
  void close() {
    app.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/api/webhooks",
        "/console/api/flow",
        "/console/api/projects",
        "/console/api/control",
        "/console/api/platform/v2/applications"
      })
  void asksForTheToken(String path) {
    assertThat(rest.as("Bearer wrong").get(path).status()).isEqualTo(401);
    assertThat(rest.as("").get(path).status()).isEqualTo(401);
  }

  @Test
  void servesThePageWithAStrictPolicy() throws Exception {
    HttpResponse<String> page = HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(sandbox.uri().resolve("/console")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    // No inline script, nothing from elsewhere, and not the token either.
    assertThat(page.body()).doesNotContain("http", token).doesNotContainPattern("<script>[^<]");
    for (String file : List.of("console.js", "console.css", "icon.svg", "index.html")) {
      assertThat(rest.as("").get("/console/" + file).status()).as(file).isEqualTo(200);
    }
    assertThat(rest.as("").get("/console/../Sandbox.class").status()).isEqualTo(404);
    assertThat(rest.json("POST", "/console", "{}").status()).isEqualTo(405);
  }

  @Test
  void reachesThePlatformWithoutTheSecret() {
    Reply list = rest.get("/console/api/platform/v2/applications");
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.json().integer("total_items")).contains(1L);
    assertThat(rest.get("/console/api/control").json().text("sandbox")).contains("switchboard");
    assertThat(rest.get("/console/api/platform/v1/calls").status()).isEqualTo(404);
  }

  @Test
  void tellsOfEveryWebhookAndReplaysIt() throws Exception {
    sandbox.call("447700900001").hears("Press.").press("1").hears("Bye.");
    List<Json> told = stream();
    assertThat(told)
        .extracting(each -> each.required("kind"))
        .contains("voice.answer_url", "input");
    Json answered = told.stream()
        .filter(each -> each.required("kind").equals("voice.answer_url"))
        .findFirst()
        .orElseThrow();
    String path = "/console/api/webhooks/" + answered.integer("id").orElseThrow();
    Json whole = rest.get(path).json();
    assertThat(whole.get("payload").text("from")).contains("447700900001");
    assertThat(whole.text("answer").orElse("")).contains("Press.");
    assertThat(whole.integer("limit_ms")).contains(5000L);

    int before = sandbox.webhooks().size();
    assertThat(rest.json("POST", path + "/replay", "{}").status()).isEqualTo(202);
    assertThat(newest(before).url()).isEqualTo(answered.required("url"));
    assertThat(rest.get("/console/api/webhooks/99999").status()).isEqualTo(404);
    assertThat(rest.get("/console/api/webhooks/x").status()).isEqualTo(400);
  }

  @Test
  void drawsTheCallFlow() {
    sandbox.call("447700900001").hears("Press.").press("1").hears("Bye.").hangUp();
    Json flow = rest.get("/console/api/flow").json();
    assertThat(flow.get("nodes").items())
        .filteredOn(node -> node.required("path").equals("/choice"))
        .singleElement()
        .satisfies(node -> assertThat(node.integer("visits")).contains(1L));
    assertThat(flow.get("links").items())
        .singleElement()
        .satisfies(link -> assertThat(link.required("from") + " " + link.required("to"))
            .isEqualTo("/answer /choice"));
  }

  @Test
  void showsWhatAProjectSaysOfItself() throws Exception {
    String id = application.required("id");
    String project = """
        {"environment":"local","application_id":"%s",
         "desired":{"name":"Line","capabilities":{"voice":{"region":"eu-west"}}},
         "last_applied":{"name":"Line"},
         "handlers":{"/answer":[{"name":"Line#answer(AnswerRequest)","source":"Line.java:12"}],
                     "/later":[{"name":"Line#later(InputEvent)"}]}}""".formatted(id);
    Rest anybody = new Rest(sandbox);
    assertThat(anybody.json("PUT", "/sandbox/projects/acme.Line", project).status())
        .isEqualTo(204);
    assertThat(anybody.json("PUT", "/sandbox/projects/acme.Line", project).status())
        .isEqualTo(204);
    assertThat(anybody.json("PUT", "/sandbox/projects/acme.Line", "{}").status())
        .isEqualTo(400);

    List<Json> projects = rest.get("/console/api/projects").json().items();
    assertThat(projects).singleElement().satisfies(one -> {
      assertThat(one.required("app")).isEqualTo("acme.Line");
      assertThat(one.flag("exists")).contains(true);
      assertThat(row(one, "capabilities.voice.region"))
          .isEqualTo(Json.object("path", "capabilities.voice.region", "desired", "eu-west"));
      assertThat(row(one, "name").text("desired")).contains("Line");
      assertThat(row(one, "name").text("live")).contains(application.required("name"));
      assertThat(row(one, "capabilities.voice.webhooks.answer_url.address").text("live"))
          .contains(app.url("/answer"));
    });
    assertThat(rest.get("/console/api/flow").json().get("nodes").items())
        .filteredOn(node -> node.required("path").equals("/answer"))
        .singleElement()
        .extracting(node -> node.get("handlers").write())
        .isEqualTo("[{\"name\":\"Line#answer(AnswerRequest)\",\"source\":\"Line.java:12\"}]");
    // Nothing has led there yet.
    assertThat(rest.get("/console/api/flow").json().get("nodes").items())
        .filteredOn(node -> node.required("path").equals("/later"))
        .singleElement()
        .satisfies(node -> {
          assertThat(node.required("kind")).isEqualTo("callback");
          assertThat(node.integer("visits")).contains(0L);
          assertThat(node.get("handlers").write()).contains("Line#later(InputEvent)");
        });

    sandbox.call("447700900001").hears("Press.").hangUp();
    long asked = stream().stream()
        .filter(each -> each.required("kind").equals("voice.answer_url"))
        .findFirst()
        .flatMap(each -> each.integer("id"))
        .orElseThrow();
    assertThat(rest.get("/console/api/webhooks/" + asked).json().get("handlers").write())
        .contains("Line.java:12");

    rest.json("DELETE", "/console/api/platform/v2/applications/" + id, "");
    assertThat(rest.get("/console/api/projects").json().items())
        .singleElement()
        .extracting(one -> one.flag("exists").orElseThrow())
        .isEqualTo(false);
  }

  @Test
  void showsNoSecretOfAProjectThatKeepsItToItself() {
    String id = application.required("id");
    sandbox.setCapabilities(
        id,
        Json.parse(
            "{\"video\":{\"webhooks\":{\"session_created\":{\"address\":\"https://a.example\",\"secret\":\"hush-hush\"}}}}"));
    new Rest(sandbox).json("PUT", "/sandbox/projects/acme.Line", """
        {"environment":"local","application_id":"%s","last_applied":{},"desired":
         {"capabilities":{"video":{"webhooks":{"session_created":{"secret":"(secret)"}}}}}}""".formatted(id));
    assertThat(rest.get("/console/api/projects").body())
        .contains("(secret)")
        .doesNotContain("hush-hush");
  }

  private static Json row(Json project, String path) {
    return project.get("rows").items().stream()
        .filter(row -> row.required("path").equals(path))
        .findFirst()
        .orElseThrow();
  }

  private Step.Webhook newest(int before) {
    await().until(() -> sandbox.webhooks().size() > before);
    return sandbox.webhooks().get(sandbox.webhooks().size() - 1);
  }

  /** The first event of the stream: everything so far. */
  private List<Json> stream() throws Exception {
    HttpResponse<InputStream> response = HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(sandbox.uri().resolve("/console/api/webhooks?after=0"))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String id = lines.readLine();
      assertThat(id).startsWith("id: ");
      Json event = Json.parse(lines.readLine().substring("data: ".length()));
      assertThat(event.flag("complete")).contains(true);
      return new ArrayList<>(event.get("attempts").items());
    }
  }
}
