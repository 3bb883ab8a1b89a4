package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.manifest.Application;
import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Webhook;
import dev.switchboard.provisioning.export.Export;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.platform.QuickPlatform;
import dev.switchboard.provisioning.state.FileStateStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that the engine can do, on an application whose secrets are ours, and on one with secrets of others: what it
 * says, saves or throws holds none of them. {@link SuiteSecretsTest} looks at the rest of the suite.
 */
class SecretsTest {
  private static final String NUMBER = "447700900123";
  private static final Msisdn MSISDN = Msisdn.of(NUMBER);

  @TempDir
  Path folder;

  private final String archiveSecret = SuiteSecrets.fresh();
  private final String storageKey = SuiteSecrets.fresh();
  private final List<String> said = new ArrayList<>();

  @Test
  void noOutputHoldsASecret() throws IOException {
    try (FakePlatform platform = new FakePlatform()) {
      platform.own(
          NUMBER,
          "moHttpUrl",
          "https://sms.example/?token=" + SuiteSecrets.fresh(),
          "voiceStatusCallback",
          "https://x.example/" + SuiteSecrets.fresh());
      apply(deployment(platform, "eu-west", archiveSecret));
      ObjectNode application = platform.only();
      String id = Survey.id(application);
      assertThat(application
              .at("/capabilities/video/webhooks/archive_status/secret")
              .asString())
          .isEqualTo(archiveSecret);

      application
          .withObject("/capabilities/video/webhooks/stream_created")
          .put("secret", SuiteSecrets.fresh());
      application
          .withObject("/capabilities/voice/payments")
          .putArray("gateways")
          .addObject()
          .put("credential", SuiteSecrets.fresh());
      platform.put(application);
      String secondSecret = SuiteSecrets.fresh();
      Deployment deployment = deployment(platform, "na-east", secondSecret);
      Plan plan = deployment.plan();
      assertThat(plan.changes().stream().map(Change::name))
          .containsExactlyInAnyOrder(
              "capabilities.voice.region", "capabilities.video.webhooks.archive_status.secret");
      assertThat(plan.toString()).contains("\"(secret)\" -> \"(secret)\"");
      apply(deployment);
      assertThat(deployment.plan().isEmpty()).isTrue();
      assertThat(deployment.drift().isEmpty()).isTrue();
      assertThat(platform.application(id).at("/capabilities/voice/payments/gateways/0/credential"))
          .isEqualTo(application.at("/capabilities/voice/payments/gateways/0/credential"));

      drifting(platform, deployment, id);
      operations(platform, deployment, id);
      failures(platform);
      SuiteSecrets.say((Object) Files.readString(folder.resolve("state.json")));
      said.add(Files.readString(folder.resolve("state.json")));
    }
    search();
  }

  private void drifting(FakePlatform platform, Deployment deployment, String id) {
    ObjectNode changed = platform.application(id);
    changed
        .withObject("/capabilities/video/webhooks/archive_status")
        .put("secret", SuiteSecrets.fresh());
    platform.put(changed);
    assertThat(deployment.drift().changes()).hasSize(1);
    say(deployment.drift());
    say(deployment.drift().changes());
    apply(deployment);
    // The serial before had another secret; what is bound now counts.
    Plan back = deployment.rollback(1, Options.DEFAULT);
    assertThat(back.changes().stream().map(Change::name))
        .containsExactly("capabilities.voice.region");
    say(back);
    back.apply(listener());
  }

  private void operations(FakePlatform platform, Deployment deployment, String id)
      throws IOException {
    deployment.rotateKey(listener());
    deployment.unlinkNumber(MSISDN, listener());
    deployment.linkNumber("line", MSISDN, Options.DEFAULT, listener());
    deployment.repair(listener());
    say(deployment.status());
    say(deployment.numbers());
    say(deployment.keyStatus());
    say(deployment.currentKey());
    say(deployment.exportKey(folder.resolve("export/key.pem")));
    say(deployment.verify(listener()));
    for (Export export : Export.values()) {
      say(export.write(
          manifest("eu-west"), () -> bindings(archiveSecret), handler -> Optional.empty()));
    }
    Adoption adoption = Adopter.of(platform.account())
        .state(new FileStateStore(folder.resolve("adopted/state.json")))
        .keys(new FileKeyStore(folder.resolve("keys")))
        .build()
        .byKey(deployment.currentKey(), "com.acme.Adopted");
    adoption.record();
    say(adoption);
    say(adoption.source());
    say(adoption.environmentYaml());
    say(adoption.unmanaged());
    say(adoption.notes());
    refused(() -> deployment.destroy("Phone", listener()));
    refused(() -> deployment.exportKey(folder.resolve("export/key.pem")));
    refused(() -> Adopter.of(platform.account())
        .state(new FileStateStore(folder.resolve("adopted/state.json")))
        .keys(new FileKeyStore(folder.resolve("keys")))
        .build()
        .byId(id, "com.acme.Adopted")
        .record());
  }

  private void failures(FakePlatform platform) {
    for (int status : List.of(400, 401, 403, 404, 418, 420, 429, 500)) {
      platform.faults = new FakePlatform.Faults() {
        @Override
        public int refuse(String method, String path) {
          return method.equals("GET") && status == 404 ? 0 : status;
        }
      };
      refused(
          () -> deployment(platform, "apac-sng", SuiteSecrets.fresh()).plan().apply(listener()));
    }
    platform.faults = new FakePlatform.Faults() {
      @Override
      public boolean reply(String method, String path) {
        return !method.equals("PUT");
      }
    };
    refused(() -> deployment(platform, "apac-sng", SuiteSecrets.fresh()).plan().apply(listener()));
    platform.faults = new FakePlatform.Faults() {};
    apply(deployment(platform, "apac-sng", archiveSecret));
    deployment(platform, "apac-sng", archiveSecret).destroy("Phone tést", listener());
  }

  private void refused(ThrowingCallable call) {
    try {
      call.call();
    } catch (ProvisioningException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      say(trace);
      return;
    } catch (Throwable e) {
      throw new AssertionError("another failure", e);
    }
    throw new AssertionError("no failure");
  }

  private static Manifest manifest(String region) {
    Capability video = new Capability(
        "video",
        List.of(new Webhook(
            "archive_status", "/archive", Map.of("secret", "${archive-secret}", "active", true))),
        Map.of("storage", Map.of("cloud_storage", true, "credential", "${storage-key}")));
    Manifest manifest = Fixtures.manifest(List.of("a"), Fixtures.voice(region));
    return new Manifest(
        manifest.app(),
        new Application(
            "Phone ${stage}", List.of(Fixtures.voice(region), video), Map.of("improve_ai", false)),
        manifest.routes(),
        List.of(),
        List.of("stage", "archive-secret", "storage-key"),
        List.of("a"));
  }

  private Bindings bindings(String secret) {
    Map<String, String> values =
        Map.of("stage", "tést", "archive-secret", secret, "storage-key", storageKey);
    return new Bindings(Fixtures.BASE, values, Map.of("a", MSISDN));
  }

  private Deployment deployment(FakePlatform platform, String region, String secret) {
    say(platform.account());
    return Deployment.of(manifest(region))
        .bindings(bindings(secret))
        .account(platform.account())
        .platform(QuickPlatform.of(platform.account(), Duration.ofSeconds(10)))
        .state(new FileStateStore(folder.resolve("state.json")))
        .keys(new FileKeyStore(folder.resolve("keys")))
        .signatureSecret(SuiteSecrets.fresh())
        .build();
  }

  private void apply(Deployment deployment) {
    Plan plan = deployment.plan();
    say(plan);
    say(plan.changes());
    say(plan.toJson());
    plan.apply(listener());
  }

  private ProgressListener listener() {
    return new ProgressListener() {
      @Override
      public void started(Step step) {
        say(step);
      }

      @Override
      public void finished(Step step, Duration took) {
        say(step);
      }

      @Override
      public void failed(Step step, ProvisioningException failure) {
        say(failure);
      }
    };
  }

  private void say(Object thing) {
    said.add(String.valueOf(thing));
    SuiteSecrets.say((Object) String.valueOf(thing));
  }

  /** Here at once, with what was said; the suite's last test sees all of it again. */
  private void search() throws IOException {
    SecretSearch search = new SecretSearch(SuiteSecrets.all());
    search.folder(folder);
    for (String text : said) {
      search.search(text.substring(0, Math.min(300, text.length())), text);
    }
    assertThat(search.found()).isEmpty();
    assertThat(said).hasSizeGreaterThan(60);
    assertThat(new FileKeyStore(folder.resolve("keys")).keys()).isNotEmpty();
  }
}
