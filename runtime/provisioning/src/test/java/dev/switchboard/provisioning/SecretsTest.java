package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Whatever the engine says, writes or throws: no key, no password, and nothing secret that the platform holds. */
class SecretsTest {
  private static final String NUMBER = "447700900123";

  @TempDir
  Path folder;

  private final List<String> secrets = new ArrayList<>();
  private final StringBuilder said = new StringBuilder();

  @Test
  void noOutputHoldsASecret() throws IOException {
    try (FakePlatform platform = new FakePlatform()) {
      secrets.add(platform.secret);
      platform.own(
          NUMBER,
          "moHttpUrl",
          "https://sms.example/?token=" + fresh(),
          "voiceStatusCallback",
          "https://x.example/" + fresh());
      Deployment deployment = deployment(platform, "eu-west");
      apply(deployment);
      new FileKeyStore(folder.resolve("keys")).keys().forEach(key -> secrets.add(key.privatePem()));

      ObjectNode application = platform.only();
      application.withObject("/capabilities/video/webhooks/archive_status").put("secret", fresh());
      application
          .withObject("/capabilities/voice/payments")
          .putArray("gateways")
          .addObject()
          .put("credential", fresh());
      platform.put(application);
      apply(deployment(platform, "na-east"));
      deployment.rotateKey(listener());
      new FileKeyStore(folder.resolve("keys")).keys().forEach(key -> secrets.add(key.privatePem()));
      say(deployment.drift());
      say(deployment.status());
      say(deployment.numbers());
      failures(platform);
      say(Files.readString(folder.resolve("state.json")));
    }
    for (String secret : secrets) {
      for (String form : forms(secret)) {
        assertThat(said.indexOf(form))
            .as("a secret of " + secret.length() + " letters in the output")
            .isNegative();
      }
    }
    assertThat(said).contains("na-east", "application");
  }

  private void failures(FakePlatform platform) {
    for (int status : List.of(400, 401, 403, 418, 429, 500)) {
      platform.faults = new FakePlatform.Faults() {
        @Override
        public int refuse(String method, String path) {
          return status;
        }
      };
      try {
        deployment(platform, "na-east").plan();
        throw new AssertionError(status + " was no failure");
      } catch (ProvisioningException e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        say(trace);
      }
    }
    platform.faults = new FakePlatform.Faults() {};
  }

  private Deployment deployment(FakePlatform platform, String region) {
    say(platform.account());
    return Deployment.of(Fixtures.manifest(List.of("a"), Fixtures.voice(region)))
        .bindings(Fixtures.bindings("a", NUMBER))
        .account(platform.account())
        .state(new FileStateStore(folder.resolve("state.json")))
        .keys(new FileKeyStore(folder.resolve("keys")))
        .build();
  }

  private void apply(Deployment deployment) {
    Plan plan = deployment.plan();
    say(plan);
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
    };
  }

  private void say(Object thing) {
    said.append(thing).append('\n');
  }

  private String fresh() {
    String secret = UUID.randomUUID().toString();
    secrets.add(secret);
    return secret;
  }

  /** Plain, as base64, hex and URL-encoded; of a PEM text each line. */
  private static List<String> forms(String secret) {
    List<String> forms = new ArrayList<>();
    for (String line :
        secret.lines().filter(l -> l.length() > 20 && !l.startsWith("-----")).toList()) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      forms.add(line);
      forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
      forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      forms.add(HexFormat.of().formatHex(bytes));
      forms.add(HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT));
      forms.add(URLEncoder.encode(line, StandardCharsets.UTF_8));
    }
    return forms;
  }
}
