package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class DeploymentTest {
  private static final String NUMBER = "447700900123";
  private static final Manifest VOICE = Fixtures.manifest(List.of(), Fixtures.voice("eu-west"));

  @TempDir
  Path folder;

  private FakePlatform platform;

  @BeforeEach
  void start() throws IOException {
    platform = new FakePlatform();
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  private DeploymentBuilder builder(Manifest manifest, Bindings bindings) {
    return Deployment.of(manifest)
        .bindings(bindings)
        .environment("test")
        .account(platform.account())
        .state(new FileStateStore(folder.resolve("state.json")))
        .keys(new FileKeyStore(folder.resolve("keys")))
        .settle(Duration.ofMillis(200));
  }

  private Deployment deployment(Manifest manifest, String... numbers) {
    return builder(manifest, Fixtures.bindings(numbers)).build();
  }

  @Test
  void createsOnceWithOurOwnKey() throws IOException {
    Plan plan = deployment(VOICE).plan();
    assertThat(plan.isEmpty()).isFalse();
    assertThat(platform.writes()).isEmpty();
    plan.apply();

    ObjectNode application = platform.only();
    assertThat(application.path("name").asString()).isEqualTo("Phone tést");
    assertThat(application.at("/capabilities/voice/webhooks/answer_url/address").asString())
        .isEqualTo("https://phone.example/answer");
    assertThat(application.at("/privacy/improve_ai").asBoolean(true)).isFalse();
    assertThat(new FileKeyStore(folder.resolve("keys")).keys().get(0).publicPem())
        .isEqualTo(application.at("/keys/public_key").asString());

    int writes = platform.writes().size();
    Plan second = deployment(VOICE).plan();
    assertThat(second.isEmpty()).as(second::toString).isTrue();
    second.apply();
    assertThat(platform.writes()).hasSize(writes);
    assertThat(Files.readString(folder.resolve("state.json")))
        .doesNotContain("PRIVATE")
        .doesNotContain("lease");
  }

  @Test
  void leavesAloneWhatItDoesNotOwn() {
    deployment(VOICE).plan().apply();
    ObjectNode application = platform.only();
    application.withObject("/capabilities/video").put("environment_id", "e-1").putNull("nothing");
    application
        .withObject("/capabilities/voice")
        .put("payment_enabled", true)
        .put("leg_persistence_time", 3);
    application.withObject("/privacy").put("improve_ai", true);
    application.put("odd", new java.math.BigDecimal("2.50"));
    platform.put(application);

    Plan plan =
        deployment(Fixtures.manifest(List.of(), Fixtures.voice("us-east"))).plan();
    assertThat(plan.changes())
        .extracting(Change::name)
        .containsExactly("capabilities.voice.region");
    plan.apply();

    application.withObject("/capabilities/voice").put("region", "us-east");
    assertThat(platform.only().toString()).isEqualTo(application.toString());
  }

  @Test
  void removesOnlyWhenAsked() {
    deployment(Fixtures.manifest(List.of(), Fixtures.voice(""), Fixtures.messages()))
        .plan()
        .apply();
    Deployment smaller = deployment(Fixtures.manifest(List.of(), Fixtures.voice("")));
    Plan refused = smaller.plan();
    assertThat(refused.refusals())
        .singleElement()
        .asString()
        .contains("capabilities.messages", "--allow-removals");
    assertThat(failure(refused::apply)).isEqualTo(Failure.REFUSED);
    assertThat(platform.only().at("/capabilities/messages").isObject()).isTrue();

    smaller.plan(Options.DEFAULT.allowingRemovals()).apply();
    assertThat(platform.only().at("/capabilities/messages").isMissingNode()).isTrue();
    assertThat(platform.only().at("/capabilities/voice").isObject()).isTrue();
  }

  @Test
  void movesANumberWithItsWholeFormAndOnlyWhenAllowed() {
    ObjectNode other = Tree.object();
    other.put("id", "11111111-2222-3333-4444-555555555555").put("name", "Other");
    platform.put(other);
    platform.own(
        NUMBER,
        "app_id",
        "11111111-2222-3333-4444-555555555555",
        "moHttpUrl",
        "https://sms.example/in?a=b&c=d");
    platform.own(NUMBER + "4");
    Manifest manifest = Fixtures.manifest(List.of("support"), Fixtures.voice(""));

    Plan refused = deployment(manifest, "support", NUMBER).plan();
    assertThat(refused.refusals()).singleElement().asString().contains("--take-numbers");
    assertThat(failure(refused::apply)).isEqualTo(Failure.REFUSED);

    deployment(manifest, "support", NUMBER)
        .plan(Options.DEFAULT.takingNumbers())
        .apply();
    String ours = deployment(manifest, "support", NUMBER).plan().applicationId().orElseThrow();
    assertThat(platform.number(NUMBER).path("app_id").asString()).isEqualTo(ours);
    assertThat(platform.number(NUMBER).path("moHttpUrl").asString())
        .isEqualTo("https://sms.example/in?a=b&c=d");
    assertThat(deployment(manifest, "support", NUMBER).context().state().links())
        .containsExactly(
            new LinkedNumber("support", NUMBER, "GB", "11111111-2222-3333-4444-555555555555"));
    assertThat(deployment(manifest, "support", NUMBER).plan().isEmpty()).isTrue();
  }

  @Test
  void refusesAPlanWhenTheWorldMoved() {
    deployment(VOICE).plan().apply();
    Plan plan =
        deployment(Fixtures.manifest(List.of(), Fixtures.voice("us-east"))).plan();
    ObjectNode application = platform.only();
    application.put("name", "changed elsewhere");
    platform.put(application);
    assertThat(failure(plan::apply)).isEqualTo(Failure.STALE);
    assertThat(platform.only().path("name").asString()).isEqualTo("changed elsewhere");
  }

  @Test
  void findsTheApplicationAgainByTheKeyAlone() throws IOException {
    deployment(VOICE).plan().apply();
    Files.delete(folder.resolve("state.json"));
    Plan plan = deployment(VOICE).plan();
    assertThat(plan.changes()).isEmpty();
    int writes = platform.writes().size();
    plan.apply();
    assertThat(platform.writes()).hasSize(writes);
    assertThat(deployment(VOICE).plan().isEmpty()).isTrue();
  }

  @Test
  void aLostReplyLeavesOneApplication() {
    platform.faults = new FakePlatform.Faults() {
      @Override
      public boolean reply(String method, String path) {
        return !method.equals("POST");
      }
    };
    deployment(VOICE).plan().apply();
    assertThat(platform.only().path("name").asString()).isEqualTo("Phone tést");
  }

  @Test
  void aDoubledCreationLeavesOneApplication() {
    platform.faults = new FakePlatform.Faults() {
      @Override
      public boolean doubled() {
        return true;
      }
    };
    deployment(VOICE).plan().apply();
    assertThat(platform.only().path("id").asString())
        .isEqualTo(deployment(VOICE).plan().applicationId().orElseThrow());
  }

  @Test
  void aLostReplyAndAListThatLagsEndInPartialAndResume() {
    platform.faults = new FakePlatform.Faults() {
      @Override
      public boolean reply(String method, String path) {
        return !method.equals("POST");
      }

      @Override
      public int lag() {
        return 1;
      }
    };
    Plan plan = deployment(VOICE).plan();
    assertThat(failure(plan::apply)).isEqualTo(Failure.PARTIAL);
    platform.faults = new FakePlatform.Faults() {};
    deployment(VOICE).plan().apply();
    assertThat(platform.only().path("name").asString()).isEqualTo("Phone tést");
    assertThat(platform.writes()).containsExactly("POST /v2/applications");
  }

  @Test
  void repeatsWhatIsIdempotent() {
    AtomicInteger faults = new AtomicInteger();
    platform.faults = new FakePlatform.Faults() {
      @Override
      public int refuse(String method, String path) {
        return method.equals("GET") && faults.incrementAndGet() == 1 ? 503 : 0;
      }
    };
    assertThat(deployment(VOICE).plan().isEmpty()).isFalse();
  }

  @Test
  void saysWhatIsWrongWithTheCredentials() {
    Deployment wrong = builder(VOICE, Fixtures.bindings())
        .account(Account.of(FakePlatform.KEY, "not-it").at(platform.uri()))
        .build();
    new FileKeyStore(folder.resolve("keys")).store(ApplicationKey.generate());
    ProvisioningException e = catchThrowableOfType(ProvisioningException.class, wrong::plan);
    assertThat(e.failure()).isEqualTo(Failure.CREDENTIALS);
    assertThat(e).hasMessageContaining(FakePlatform.KEY).hasMessageContaining("VONAGE_API_KEY");
    assertThat(e.toString()).doesNotContain("not-it");
  }

  @Test
  void tellsOfItsSteps() {
    platform.own(NUMBER);
    List<String> heard = new ArrayList<>();
    deployment(Fixtures.manifest(List.of("support"), Fixtures.voice("")), "support", NUMBER)
        .plan()
        .apply(new ProgressListener() {
          @Override
          public void started(Step step) {
            heard.add("> " + step.id());
          }

          @Override
          public void finished(Step step, Duration took) {
            heard.add("< " + step.id());
          }
        });
    assertThat(heard)
        .containsExactly(
            "> key", "< key", "> create", "< create", "> number:support", "< number:support");
  }

  @Test
  void aSecondRunIsBusyWhileTheFirstHoldsTheLease() {
    Deployment deployment = deployment(VOICE);
    Plan plan = deployment.plan();
    try (Session first = deployment.context().open()) {
      first.holding();
      assertThat(failure(plan::apply)).isEqualTo(Failure.BUSY);
    }
    plan.apply();
    assertThat(platform.only().path("name").asString()).isEqualTo("Phone tést");
  }

  @Test
  void nothingIsLeftToDoOnlyWhenNobodyIsAtWork() {
    Deployment deployment = deployment(VOICE);
    deployment.plan().apply();
    Plan before = deployment.plan();
    assertThat(before.isEmpty()).isTrue();
    try (Session other = deployment.context().open()) {
      other.holding();
      assertThat(failure(before::apply)).isEqualTo(Failure.STALE);
      Plan meanwhile = deployment.plan();
      assertThat(meanwhile.changes()).isEmpty();
      assertThat(meanwhile.isEmpty()).isFalse();
      assertThat(meanwhile.notes()).singleElement().asString().contains("Another run is at work");
      assertThat(failure(meanwhile::apply)).isEqualTo(Failure.BUSY);
    }
    before.apply();
    assertThat(deployment.plan().isEmpty()).isTrue();
  }

  @Test
  void tellsWhatIsWantedAndWhatWasApplied() {
    Deployment deployment = deployment(VOICE);
    assertThat(deployment.sides().lastApplied().members()).isEmpty();
    deployment.plan().apply();
    Sides sides =
        deployment(Fixtures.manifest(List.of(), Fixtures.voice("us-east"))).sides();
    assertThat(sides.desired().get("capabilities").get("voice").text("region")).contains("us-east");
    assertThat(sides.lastApplied().get("capabilities").get("voice").text("region"))
        .contains("eu-west");
  }

  @Test
  void showsAReadableDiff() {
    String text = deployment(VOICE).plan().toString();
    assertThat(text)
        .contains("+ a new application, with a key made here")
        .contains("= \"https://phone.example/answer\"   # Phone#answer(Event)")
        .contains("Plan: 8 to add, 0 to change, 0 to remove.");
  }

  private static Failure failure(ThrowingCallable run) {
    return catchThrowableOfType(ProvisioningException.class, run).failure();
  }
}
