package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.platformapi.ApiClient;
import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Finding what is adopted, and the first state. That the class compiles is tested where the processor is. */
class AdopterTest {
  private static final String ID = "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab";
  private static final ApplicationKey KEY = ApplicationKey.generate();

  @TempDir
  Path folder;

  private FakePlatform platform;
  private FileKeyStore keys;
  private FileStateStore state;

  @BeforeEach
  void anApplicationFromElsewhere() throws IOException {
    platform = new FakePlatform();
    keys = new FileKeyStore(folder.resolve("keys"));
    state = new FileStateStore(folder.resolve("state.json"));
    ObjectNode application = (ObjectNode) ApiClient.mapper().readTree("""
            {"id": "%s", "name": "Phone tést",
             "capabilities": {"voice": {"signed_callbacks": true, "region": "eu-west", "payments": {"gateways": []},
               "webhooks": {
                 "answer_url": {"address": "https://phone.example/answer", "http_method": "GET"},
                 "event_url": {"address": "https://phone.example/event", "http_method": "POST"}}}}}
            """.formatted(ID));
    application.putObject("keys").put("public_key", KEY.publicPem());
    platform.put(application);
    for (int i = 0; i < 150; i++) {
      ObjectNode other = Tree.object();
      other.put("id", "other-" + i);
      other.put("name", "Phone tést");
      platform.put(other);
    }
    platform.own("447700900123", "app_id", ID, "voiceCallbackType", "sip");
    platform.own("447700900124");
  }

  @AfterEach
  void close() {
    platform.close();
  }

  private Adopter adopter() {
    return Adopter.of(platform.account())
        .environment("prod")
        .state(state)
        .keys(keys)
        .build();
  }

  private Deployment deployment() {
    return Deployment.of(Fixtures.manifest(List.of("number-1"), Fixtures.voice("eu-west")))
        .bindings(Fixtures.bindings("number-1", "447700900123"))
        .environment("prod")
        .account(platform.account())
        .state(state)
        .keys(keys)
        .build();
  }

  @Test
  void byKey() {
    Adoption adoption = adopter().byKey(KEY, Fixtures.APP);

    assertThat(adoption.applicationId()).isEqualTo(ID);
    assertThat(adoption.keyHeld()).isTrue();
    assertThat(adoption.notes()).isEmpty();
    assertThat(adoption.unmanaged()).containsExactly("capabilities.voice.payments.gateways");
    assertThat(keys.keys()).isEmpty();
    assertThat(state.read()).isEmpty();

    adoption.record();

    assertThat(keys.keys()).containsExactly(KEY);
    Deployment deployment = deployment();
    assertThat(deployment.plan().isEmpty()).as(deployment.plan().toString()).isTrue();
    assertThat(deployment.drift().isEmpty()).isTrue();
    assertThat(deployment.status().numbers()).hasSize(1);
    assertThat(deployment.keyStatus().inOrder()).isTrue();
    assertThat(platform.writes()).isEmpty();
  }

  @Test
  void byIdWithoutTheKey() {
    Adoption adoption = adopter().byId(ID, Fixtures.APP);
    adoption.record();

    assertThat(adoption.keyHeld()).isFalse();
    assertThat(adoption.notes()).singleElement().asString().contains("private key is not in");
    Deployment deployment = deployment();
    assertThat(deployment.plan().isEmpty()).isTrue();
    assertThat(deployment.keyStatus().inOrder()).isFalse();
    assertThatThrownBy(deployment::currentKey)
        .isInstanceOfSatisfying(
            ProvisioningException.class, e -> assertThat(e.failure()).isEqualTo(Failure.REFUSED));

    String fingerprint = deployment.rotateKey(ProgressListener.NONE);

    assertThat(deployment.keyStatus().inOrder()).isTrue();
    assertThat(deployment.currentKey().fingerprint()).isEqualTo(fingerprint);
    assertThat(deployment.plan().isEmpty()).isTrue();
    assertThat(
            platform.application(ID).at("/capabilities/voice/payments/gateways").isArray())
        .isTrue();
  }

  @Test
  void anApplicationWithoutAKeyPlansEmptyToo() {
    ObjectNode bare = platform.application(ID);
    bare.remove("keys");
    platform.put(bare);

    Adoption adoption = adopter().byId(ID, Fixtures.APP);
    adoption.record();

    assertThat(adoption.fingerprint()).isEmpty();
    assertThat(adoption.notes()).singleElement().asString().contains("no public key");
    assertThat(deployment().plan().isEmpty()).isTrue();
    assertThat(deployment().drift().isEmpty()).isTrue();
  }

  @Test
  void refusals() {
    refused(Failure.REFUSED, () -> adopter().byId("11111111-2222-3333-4444-555555555555", "a.B"));
    refused(Failure.INVALID, () -> adopter().byId("../account", "a.B"));
    refused(Failure.REFUSED, () -> adopter().byKey(ApplicationKey.generate(), "a.B"));
    for (String name : List.of("", "a..B", "a.class", "a.B C", "1.B", "a.Ncco", "a.B;")) {
      refused(Failure.INVALID, () -> adopter().byId(ID, name));
    }
    ObjectNode twin = platform.application(ID);
    twin.put("id", "twin");
    platform.put(twin);
    refused(Failure.REFUSED, () -> adopter().byKey(KEY, "a.B"));
  }

  @Test
  void aClassThatHasAnApplicationIsNotGivenAnother() {
    adopter().byId(ID, Fixtures.APP).record();

    refused(Failure.REFUSED, () -> adopter().byId(ID, Fixtures.APP).record());
  }

  @Test
  void manyNumbersStayUnnamed() {
    for (int i = 0; i < 30; i++) {
      platform.own("4477009" + (10_000 + i), "app_id", ID);
    }

    Adoption adoption = adopter().byId(ID, Fixtures.APP);

    assertThat(adoption.numbers()).isEmpty();
    assertThat(adoption.unmanaged()).anyMatch(line -> line.startsWith("numbers: 31 more"));
  }

  private static void refused(Failure failure, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProvisioningException.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }
}
