package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Rest.Reply;
import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls, recordings, transcripts, faults and phones of a sandbox that is killed, as the next process knows them. */
@Timeout(120)
class KeptCallsTest {
  private static final String NUMBER = "447700900123";
  private static final String PERSON = "447700900999";

  @TempDir
  Path folder;

  private final TestApp app;

  KeptCallsTest() throws IOException {
    app = new TestApp();
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void knowsEveryAcknowledgedCallAfterAKill() throws Exception {
    Path file = folder.resolve("sandbox.mv");
    Process child = DataChild.start(file);
    URI first = DataChild.address(child);
    Json application = app.register(new Rest(first), NUMBER);
    app.on("/answer", Answer.ncco("[{'action':'record','endOnKey':'#'}]"));
    Rest person = new Rest(first);
    String ended =
        person.json("POST", "/sandbox/calls", call("447700900001")).json().required("uuid");
    say(person, ended, "My name is Ann.");
    press(person, ended, "#");
    app.await("/event", event -> event.json().text("status").equals(Optional.of("completed")));
    String recording = app.requests("/event").stream()
        .flatMap(event -> event.json().text("recording_uuid").stream())
        .findFirst()
        .orElseThrow();
    String running =
        person.json("POST", "/sandbox/calls", call("447700900002")).json().required("uuid");
    say(person, running, "Are you there?");
    Reply placed = as(application, first)
        .json(
            "POST",
            "/v1/calls",
            ("{'to':[{'type':'phone','number':'" + PERSON + "'}],'from':{'type':'phone','number':'"
                    + NUMBER + "'},'ncco':[{'action':'wait','timeout':600}]}")
                .replace('\'', '"'));
    assertThat(placed.status()).isEqualTo(201);
    child.destroyForcibly().waitFor();

    Process next = DataChild.start(file);
    try {
      URI second = DataChild.address(next);
      Rest api = as(application, second);
      Json record = api.get("/v1/calls/" + ended).json();
      assertThat(record.required("status")).isEqualTo("completed");
      assertThat(record.required("direction")).isEqualTo("inbound");
      assertThat(api.get("/v1/files/" + recording).body()).startsWith("RIFF");
      assertThat(api.get("/v1/files/" + recording + "/transcription").body())
          .contains("My name is Ann.");
      assertThat(api.get("/v1/calls").json().integer("count")).contains(3L);
      Json transcript = new Rest(second).get("/sandbox/calls/" + ended).json();
      assertThat(transcript.write()).contains("My name is Ann.").contains("presses #");

      // Nobody is on the line any more: what was running has ended, and the app is told.
      app.await(
          "/event",
          event -> event.json().text("uuid").equals(Optional.of(running))
              && event.json().text("status").equals(Optional.of("completed")));
      assertThat(api.get("/v1/calls/" + running).json().required("status")).isEqualTo("completed");
      assertThat(api.get("/v1/calls/" + placed.json().required("uuid")).json().required("status"))
          .isEqualTo("completed");
      assertThat(new Rest(second).get("/sandbox/calls/" + running).body())
          .contains("Are you there?")
          .contains("stopped while the call went on");
    } finally {
      next.destroyForcibly().waitFor();
    }
  }

  @Test
  void knowsFaultsPhonesAndConversationsAfterAKill() throws Exception {
    Path file = folder.resolve("sandbox.mv");
    Process child = DataChild.start(file);
    URI first = DataChild.address(child);
    app.register(new Rest(first), NUMBER);
    Rest rest = new Rest(first);
    rest.json(
        "POST", "/sandbox/faults", "{\"target\":\"answer_url\",\"fault\":\"503\",\"times\":3}");
    rest.json("POST", "/sandbox/phones/" + PERSON, "{\"status\":\"busy\",\"after\":2}");
    Json arriving = Json.object("channel", "sms", "from", PERSON, "to", NUMBER, "text", "Hello?");
    assertThat(rest.json("POST", "/sandbox/messages", arriving.write()).status())
        .isEqualTo(201);
    app.on("/answer", Answer.ncco("[{'action':'talk','text':'Hello.'}]"));
    // Uses two of the three.
    rest.json("POST", "/sandbox/calls", call("447700900001"));
    child.destroyForcibly().waitFor();

    Process next = DataChild.start(file);
    try {
      Rest again = new Rest(DataChild.address(next));
      assertThat(again.get("/sandbox/faults").body()).contains("answer_url 503 x1");
      assertThat(again.get("/sandbox/messages").body()).contains("sms:" + PERSON);
      assertThat(again.get("/sandbox/messages/sms/" + PERSON).body()).contains("Hello?");
    } finally {
      next.destroyForcibly().waitFor();
    }
  }

  private static String call(String from) {
    return Json.object("from", from, "to", NUMBER).write();
  }

  private static void say(Rest person, String uuid, String text) {
    String body = Json.object("text", text, "wait", false).write();
    assertThat(person.json("POST", "/sandbox/calls/" + uuid + "/say", body).status())
        .isEqualTo(200);
  }

  private static void press(Rest person, String uuid, String digits) {
    String body = Json.object("digits", digits).write();
    assertThat(person.json("POST", "/sandbox/calls/" + uuid + "/press", body).status())
        .isEqualTo(200);
  }

  private static Rest as(Json application, URI host) {
    return new Rest(host)
        .asApplication(application.required("id"), application.get("keys").required("private_key"));
  }
}
