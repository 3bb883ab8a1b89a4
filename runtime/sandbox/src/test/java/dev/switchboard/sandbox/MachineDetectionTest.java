package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machine detection, plain and advanced, of calls made by the API and by an NCCO. */
class MachineDetectionTest {
  private static final String NUMBER = "447700900123";
  private static final String PERSON = "447700900099";

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime());
  private final TestApp app;
  private Rest rest = new Rest(sandbox);

  MachineDetectionTest() throws IOException {
    app = new TestApp();
  }

  @BeforeEach
  void register() {
    Json application = app.register(sandbox, NUMBER);
    rest = rest.asApplication(
        application.required("id"), application.get("keys").required("private_key"));
  }

  @AfterEach
  void close() {
    app.close();
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'machine_detection':'continue' | false | human | true",
        "'machine_detection':'continue' | true | machine | true",
        "'machine_detection':'hangup' | false | human | true",
        "'advanced_machine_detection':{'behavior':'hangup','mode':'detect'} | true | machine | false",
        "'advanced_machine_detection':{'behavior':'hangup','mode':'detect'} | false | human | true",
        "'advanced_machine_detection':{'behavior':'continue','mode':'detect'} | true | machine | true",
        "'advanced_machine_detection':{'behavior':'continue'} | true | machine | true",
        "'machine_detection':'continue','advanced_machine_detection':{'behavior':'hangup','mode':'detect'} | true | machine | false",
      })
  void tellsWhoAnswered(String option, boolean machine, String status, boolean goesOn) {
    if (machine) {
      sandbox.whenCalledMachineAnswers(PERSON, Optional.empty());
    }
    call(option + ",'ncco':[{'action':'talk','text':'Hi.'}]");
    Call callee = sandbox.callee(PERSON).ends();

    assertThat(callee.transcript().heard().contains("Hi.")).isEqualTo(goesOn);
    assertThat(app.statuses("/event"))
        .containsExactly("started", "ringing", "answered", status, "completed");
  }

  @Test
  void hangsUpOnAMachine() {
    sandbox.whenCalledMachineAnswers(PERSON, Optional.empty());
    call("'machine_detection':'hangup','ncco':[{'action':'wait','timeout':60}]");
    Instant start = sandbox.clock().instant();
    sandbox.callee(PERSON).ends();

    assertThat(sandbox.clock().instant()).isEqualTo(start);
    assertThat(app.requests("/event").get(4).json().text("disconnected_by")).contains("platform");
  }

  @ParameterizedTest
  @CsvSource({"8, 8, beep_start", "60, 45, beep_timeout", "-1, 45, beep_timeout"})
  void waitsForTheBeep(long beep, long passes, String subState) {
    sandbox.whenCalledMachineAnswers(
        PERSON, beep < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(beep)));
    call(
        "'advanced_machine_detection':{'behavior':'continue','mode':'detect_beep','beep_timeout':45},"
            + "'ncco':[{'action':'talk','text':'Please call back.'}]");
    Instant start = sandbox.clock().instant();
    sandbox.callee(PERSON).hears("Please call back.").ends();

    assertThat(Duration.between(start, sandbox.clock().instant()))
        .isEqualTo(Duration.ofSeconds(passes));
    List<Json> machine = app.requests("/event").stream()
        .map(event -> event.json())
        .filter(event -> event.text("status").equals(Optional.of("machine")))
        .toList();
    assertThat(machine).hasSize(2);
    assertThat(machine.get(0).has("sub_state")).isFalse();
    assertThat(machine.get(1).text("sub_state")).contains(subState);
  }

  @Test
  void detectsForAConnectToo() {
    sandbox.whenCalledMachineAnswers(PERSON, Optional.empty());
    app.on(
        "/answer",
        Answer.ncco("[{'action':'connect','machineDetection':'hangup','endpoint':[{'type':'phone',"
            + "'number':'" + PERSON + "'}]},{'action':'talk','text':'Only a machine.'}]"));
    sandbox.call("447700900001").hears("Only a machine.").ends();

    assertThat(app.statuses("/event")).contains("machine");
  }

  private void call(String more) {
    String body = "{'to':[{'type':'phone','number':'" + PERSON
        + "'}],'from':{'type':'phone','number':'" + NUMBER + "'}," + more + "}";
    assertThat(rest.json("POST", "/v1/calls", body.replace('\'', '"')).status()).isEqualTo(201);
  }
}
