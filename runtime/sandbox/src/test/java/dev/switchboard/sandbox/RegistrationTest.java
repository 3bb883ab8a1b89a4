package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.manifest.Application;
import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Webhook;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.net.URI;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a manifest says, told to the sandbox. */
class RegistrationTest {
  private static final KeyPair KEYS = RsaKeys.generate();

  private static Manifest manifest(String... numbers) {
    return new Manifest(
        "acme.Line",
        new Application(
            "Line",
            List.of(
                new Capability(
                    "voice",
                    List.of(new Webhook("answer_url", "/a", Map.of("http_method", "GET"))),
                    Map.of("signed_callbacks", true)),
                new Capability("vbc", List.of(), Map.of())),
            Map.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(numbers));
  }

  @Test
  void putsAddressesInPlaceOfPaths() {
    assertThat(ManifestCapabilities.of(manifest(), URI.create("https://pizza.example/app/")))
        .isEqualTo(Json.parse("""
            {"voice":{"webhooks":{"answer_url":{"address":"https://pizza.example/app/a","http_method":"GET"}},
            "signed_callbacks":true},"vbc":{}}"""));
  }

  @Test
  void linksTheNextFreeNumbers() {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults()
        .virtualTime()
        .numbers(List.of("447700900000", "447700900001", "447700900002")))) {
      URI base = URI.create("http://127.0.0.1:1");
      sandbox.register(
          sandbox.createApplication("first", KEYS), manifest("orders", "kitchen"), base);
      SandboxApplication second = sandbox.createApplication("second", KEYS);
      sandbox.register(second, manifest(), base);

      assertThatThrownBy(
              () -> sandbox.register(sandbox.createApplication("third", KEYS), manifest(), base))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "acme.Line wants another number, and the sandbox has too few (3). Give it more with SandboxSettings.number.");
      Json linked = new Rest(sandbox)
          .get("/account/numbers?application_id=" + second.id())
          .json();
      assertThat(linked.get("numbers").items())
          .extracting(number -> number.required("msisdn"))
          .containsExactly("447700900002");
    }
  }

  @Test
  void aKeyIsMadeOnceAndNotBeforeItIsNeeded() {
    AtomicInteger made = new AtomicInteger();
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
      SandboxApplication application = sandbox.createApplication("lazy", () -> {
        made.incrementAndGet();
        return KEYS;
      });
      sandbox.register(application, manifest(), URI.create("http://127.0.0.1:1"));
      assertThat(made).hasValue(0);

      assertThat(new Rest(sandbox)
              .asApplication(application.id(), RsaKeys.pem(application.privateKey()))
              .get("/v1/calls")
              .status())
          .isEqualTo(200);
      assertThat(new Rest(sandbox)
              .get("/v2/applications/" + application.id())
              .json()
              .get("keys")
              .required("public_key"))
          .isEqualTo(RsaKeys.pem(KEYS.getPublic()));
      assertThat(made).hasValue(1);
    }
  }
}
