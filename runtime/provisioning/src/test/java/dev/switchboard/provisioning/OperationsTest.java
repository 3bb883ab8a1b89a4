package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchboard.manifest.Manifest;
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

class OperationsTest {
  private static final String NUMBER = "447700900123";
  private static final String OTHER = "11111111-2222-3333-4444-555555555555";

  @TempDir
  Path folder;

  private FakePlatform platform;

  @BeforeEach
  void start() throws IOException {
    platform = new FakePlatform();
    ObjectNode other = Tree.object();
    other.put("id", OTHER).put("name", "Other");
    platform.put(other);
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  private Deployment deployment(String region, String... numbers) {
    List<String> names = numbers.length == 0 ? List.of() : List.of(numbers[0]);
    return deployment(Fixtures.manifest(names, Fixtures.voice(region)), "a", numbers);
  }

  private Deployment deployment(Manifest manifest, String place, String... numbers) {
    return Deployment.of(manifest)
        .bindings(Fixtures.bindings(numbers))
        .environment("test")
        .account(platform.account())
        .state(new FileStateStore(folder.resolve(place).resolve("state.json")))
        .keys(new FileKeyStore(folder.resolve(place).resolve("keys")))
        .build();
  }

  private ObjectNode ours(Deployment deployment) {
    return platform.application(deployment.status().applicationId().orElseThrow());
  }

  @Test
  void rotatesTheKeyAndTouchesNothingElse() {
    Deployment deployment = deployment("eu-west");
    deployment.plan().apply();
    ObjectNode before = ours(deployment);
    String fingerprint = deployment.rotateKey(ProgressListener.NONE);

    ObjectNode after = ours(deployment);
    assertThat(Survey.fingerprint(after))
        .contains(fingerprint)
        .isNotEqualTo(Survey.fingerprint(before));
    before.set("keys", after.get("keys"));
    assertThat(after.toString()).isEqualTo(before.toString());
    assertThat(deployment.status().keyHeld()).isTrue();
    assertThat(deployment.plan().isEmpty()).isTrue();
  }

  @Test
  void destroysOnlyByItsName() {
    platform.own(NUMBER);
    Deployment deployment = deployment("", "support", NUMBER);
    deployment.plan().apply();
    assertThat(failure(() -> deployment.destroy("Phone", ProgressListener.NONE)))
        .isEqualTo(Failure.REFUSED);
    deployment.destroy("Phone tést", ProgressListener.NONE);
    assertThat(platform.only().path("id").asString()).isEqualTo(OTHER);
    assertThat(platform.number(NUMBER).has("app_id")).isFalse();
    assertThat(deployment.plan().applicationId()).isEmpty();
    assertThat(platform.requests).contains("POST /number/update");
  }

  @Test
  void destroysWhatWasDeletedElsewhereAndForgetsANumberThatWasGivenUp() {
    platform.own(NUMBER);
    Deployment deployment = deployment("", "support", NUMBER);
    deployment.plan().apply();
    platform.applications.remove(deployment.status().applicationId().orElseThrow());
    platform.numbers.remove(NUMBER);
    deployment.destroy("Phone tést", ProgressListener.NONE);
    assertThat(deployment.status().applicationId()).isEmpty();
    assertThat(deployment.status().numbers()).isEmpty();
    assertThat(deployment.status().unfinished()).isEmpty();
  }

  @Test
  void linksAndGivesBackANumber() {
    platform.own(NUMBER, "app_id", OTHER);
    Deployment deployment = deployment("");
    deployment.plan().apply();
    Msisdn number = Msisdn.of(NUMBER);
    assertThat(failure(
            () -> deployment.linkNumber("x", number, Options.DEFAULT, ProgressListener.NONE)))
        .isEqualTo(Failure.REFUSED);
    deployment.linkNumber("x", number, Options.DEFAULT.takingNumbers(), ProgressListener.NONE);
    assertThat(deployment.numbers())
        .singleElement()
        .satisfies(n -> assertThat(n.previous()).contains(OTHER));
    deployment.restoreNumber(number, ProgressListener.NONE);
    assertThat(platform.number(NUMBER).path("app_id").asString()).isEqualTo(OTHER);
    assertThat(deployment.status().numbers()).isEmpty();
  }

  @Test
  void tellsDriftFromPlan() {
    Deployment deployment = deployment("eu-west");
    deployment.plan().apply();
    assertThat(deployment.drift().isEmpty()).isTrue();
    assertThat(deployment("us-east").drift().isEmpty()).isTrue();

    ObjectNode application = ours(deployment);
    application.withObject("/capabilities/voice").put("region", "na-east");
    platform.put(application);
    assertThat(deployment.drift().changes()).singleElement().satisfies(change -> {
      assertThat(change.name()).isEqualTo("capabilities.voice.region");
      assertThat(change.before().orElseThrow().text()).contains("eu-west");
      assertThat(change.after().orElseThrow().text()).contains("na-east");
    });
    application.withObject("/capabilities/voice").put("region", "eu-west");
    application.put("unmanaged", "other");
    platform.put(application);
    assertThat(deployment.drift().isEmpty()).isTrue();
    assertThat(deployment.drift().restChanged()).isTrue();
  }

  @Test
  void goesBackToAnEarlierSerial() {
    deployment("eu-west").plan().apply();
    deployment("na-east").plan().apply();
    Deployment deployment = deployment("na-east");
    assertThat(deployment.status().serials()).containsExactly(1L, 2L);
    deployment.rollback(1, Options.DEFAULT).apply();
    assertThat(ours(deployment).at("/capabilities/voice/region").asString()).isEqualTo("eu-west");
    assertThat(failure(() -> deployment.rollback(9, Options.DEFAULT))).isEqualTo(Failure.REFUSED);
  }

  @Test
  void appliesASavedPlanUntilTheWorldMoves() {
    deployment("eu-west").plan().apply();
    Deployment deployment = deployment("na-east");
    String saved = deployment.plan().toJson();
    String late = deployment.plan().toJson();
    deployment.saved(saved).apply();
    assertThat(ours(deployment).at("/capabilities/voice/region").asString()).isEqualTo("na-east");
    assertThat(failure(() -> deployment.saved(late))).isEqualTo(Failure.STALE);
    assertThat(failure(() -> deployment.saved("{"))).isEqualTo(Failure.INVALID);
  }

  @Test
  void carriesARenamedClassOver() {
    Deployment former = deployment("eu-west");
    former.plan().apply();
    Manifest manifest = Fixtures.manifest(List.of(), Fixtures.voice("eu-west"));
    Manifest renamed = new Manifest(
        "com.acme.Renamed",
        manifest.application(),
        manifest.routes(),
        List.of(),
        manifest.values(),
        List.of());
    Deployment moved = deployment(renamed, "b");
    moved.moveFrom(
        new FileStateStore(folder.resolve("a").resolve("state.json")),
        new FileKeyStore(folder.resolve("a").resolve("keys")));
    assertThat(moved.plan().isEmpty()).isTrue();
    assertThat(failure(former::plan)).isEqualTo(Failure.REFUSED);
  }

  @Test
  void refusesAnotherAccountAndAnotherHost() {
    deployment("eu-west").plan().apply();
    Deployment other = Deployment.of(Fixtures.manifest(List.of(), Fixtures.voice("")))
        .bindings(Fixtures.bindings())
        .account(Account.of("other", platform.secret).at(platform.uri()))
        .state(new FileStateStore(folder.resolve("a").resolve("state.json")))
        .keys(new FileKeyStore(folder.resolve("a").resolve("keys")))
        .build();
    assertThat(failure(other::plan)).isEqualTo(Failure.REFUSED);
  }

  private static Failure failure(ThrowingCallable run) {
    return catchThrowableOfType(ProvisioningException.class, run).failure();
  }
}
