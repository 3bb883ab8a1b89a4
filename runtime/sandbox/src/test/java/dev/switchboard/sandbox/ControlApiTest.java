package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Rest.Reply;
import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlApiTest {
  private static final String NUMBER = "447700900123";

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime());
  private final Rest rest = new Rest(sandbox).as("");
  private final TestApp app;

  ControlApiTest() throws IOException {
    app = new TestApp();
  }

  @BeforeEach
  void register() {
    app.register(sandbox, NUMBER);
    app.on(
        "/answer",
        Answer.ncco("[{'action':'talk','text':'Press.'},{'action':'input','type':['dtmf','speech'],"
            + "'dtmf':{'maxDigits':1},'eventUrl':['" + app.url("/choice") + "']}]"));
    app.on("/choice", Answer.ncco("[{'action':'talk','text':'Bye.'}]"));
  }

  @AfterEach
  void close() {
    app.close();
    sandbox.close();
  }

  @Test
  void playsACall() {
    Reply begun = post("/sandbox/calls", "{\"from\":\"447700900001\",\"to\":\"" + NUMBER + "\"}");
    assertThat(begun.status()).isEqualTo(201);
    assertThat(begun.json().flag("listens")).contains(true);
    String path = "/sandbox/calls/" + begun.json().required("uuid");

    Json ended = post(path + "/press", "{\"digits\":\"1\"}").json();
    assertThat(ended.flag("done")).contains(true);
    assertThat(ended.get("transcript").write())
        .contains("\"text\":\"Bye.\"")
        .contains("\"actions\":[");
    assertThat(post(path + "/press", "{\"digits\":\"1\"}").status()).isEqualTo(409);
    assertThat(rest.get("/sandbox/calls").body()).contains(begun.json().required("uuid"));
    assertThat(rest.get(path + "?steps_after=0").json().text("status")).contains("completed");
    assertThat(rest.get("/sandbox/webhooks").json().items()).hasSize(6);
  }

  @Test
  void hangsUp() {
    Json begun = post("/sandbox/calls", "{\"from\":\"447700900001\",\"to\":\"" + NUMBER + "\"}")
        .json();
    Json ended =
        post("/sandbox/calls/" + begun.required("uuid") + "/hangup", "{}").json();

    assertThat(ended.flag("done")).contains(true);
    assertThat(app.requests("/event").get(3).json().text("disconnected_by")).contains("user");
  }

  @Test
  void writesAMessage() {
    Reply written = post(
        "/sandbox/messages", "{\"channel\":\"sms\",\"from\":\"447700900001\",\"text\":\"hi\"}");

    assertThat(written.status()).isEqualTo(201);
    assertThat(app.requests("/inbound")).hasSize(1);
    assertThat(rest.get("/sandbox/messages/sms/447700900001").body()).contains("writes");
    post("/sandbox/messages", "{\"channel\":\"sms\",\"from\":\"A/B\",\"text\":\"a slash\"}");
    assertThat(rest.get("/sandbox/messages/sms/A%2FB").body()).contains("a slash");
  }

  @Test
  void makesFaultsAndMovesTime() {
    post("/sandbox/faults", "{\"target\":\"answer_url\",\"fault\":\"404\",\"times\":2}");
    assertThat(rest.get("/sandbox/faults").body()).contains("answer_url 404 x2");
    assertThat(rest.delete("/sandbox/faults").status()).isEqualTo(204);
    assertThat(rest.get("/sandbox/faults").json().items()).isEmpty();
    assertThat(post("/sandbox/clock", "{\"advance\":\"PT1H\"}").status()).isEqualTo(200);
    assertThat(post("/sandbox/phones/447700900099", "{\"status\":\"busy\"}").status())
        .isEqualTo(204);
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(post("/sandbox/calls", "{\"from\":\"1\",\"to\":\"2\"}").json().text("detail"))
        .contains("the account owns no number 2");
    assertThat(post("/sandbox/calls", "{}").status()).isEqualTo(400);
    assertThat(post("/sandbox/calls", "nonsense").status()).isEqualTo(400);
    assertThat(rest.form("/sandbox/calls", "from=1").status()).isEqualTo(415);
    assertThat(rest.get("/sandbox/calls/none").status()).isEqualTo(400);
    assertThat(post("/sandbox/faults", "{\"target\":\"x\",\"fault\":\"flood\"}")
            .json()
            .required("detail"))
        .contains("no fault");
    assertThat(post("/sandbox/faults", "{\"target\":\"/v1/calls\",\"fault\":\"duplicate\"}")
            .json()
            .required("detail"))
        .contains("duplicate is a fault of webhooks; /v1/calls is a path of an API");
    assertThat(post("/sandbox/faults", "{\"target\":\"input\",\"fault\":\"stale-list\"}")
            .json()
            .required("detail"))
        .contains("stale-list is a fault of an API's path");
    assertThat(post("/sandbox/clock", "{\"advance\":\"soon\"}").status()).isEqualTo(400);
    assertThat(rest.get("/sandbox/nowhere").status()).isEqualTo(404);
  }

  private Reply post(String path, String body) {
    return rest.json("POST", path, body);
  }
}
