package dev.switchboard.processor.generate;

import static dev.switchboard.processor.model.CapabilityKind.MESSAGES;
import static dev.switchboard.processor.model.CapabilityKind.NETWORK;
import static dev.switchboard.processor.model.CapabilityKind.RTC;
import static dev.switchboard.processor.model.CapabilityKind.VBC;
import static dev.switchboard.processor.model.CapabilityKind.VERIFY;
import static dev.switchboard.processor.model.CapabilityKind.VIDEO;
import static dev.switchboard.processor.model.CapabilityKind.VOICE;
import static dev.switchboard.processor.model.Handler.answer;
import static dev.switchboard.processor.model.Handler.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.manifest.Webhook;
import dev.switchboard.processor.model.CapabilityKind;
import dev.switchboard.processor.model.ClassShape;
import dev.switchboard.processor.model.Draft;
import dev.switchboard.processor.model.Handler;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands in a manifest for each setting. */
class ManifestGeneratorTest {
  private static Manifest manifest(Draft draft) {
    return ManifestGenerator.generate(draft.model(), draft.urls().all());
  }

  private static Map<String, Object> settings(CapabilityKind kind, Object... written) {
    Manifest manifest = manifest(Draft.app().capability(kind, written));
    return manifest.application().capabilities().get(0).settings();
  }

  private static Handler status() {
    return on("StatusUrl", "status").takes(PayloadNames.MESSAGE_STATUS);
  }

  @Test
  void whatTheAppSaysOfItself() {
    Manifest manifest = manifest(Draft.app(VBC)
        .text("name", "Line ${stage}")
        .number("support-line")
        .listing(
            TypeRef.of("acme", "Outer", "Desk"),
            Draft.shape(ClassShape.Kind.CLASS, true, true, false)));
    assertThat(manifest.app()).isEqualTo("acme.Line");
    assertThat(manifest.application().name()).isEqualTo("Line");
    assertThat(manifest.application().privacy()).isEqualTo(Map.of("improve_ai", false));
    assertThat(manifest.handlers()).containsExactly("acme.Outer$Desk");
    assertThat(manifest.values()).containsExactly("stage");
    assertThat(manifest.numbers()).containsExactly("support-line");
  }

  @Test
  void aCapabilityHasItsOwnWebhooksAndNoCallbacks() {
    Manifest manifest = manifest(Draft.app(VOICE, MESSAGES)
        .with(
            answer().says("connectTimeout", 400).says("socketTimeout", 4000),
            on("CallbackUrl", "menu").takes(PayloadNames.INPUT_EVENT, PayloadNames.VOICE_EVENT),
            status()));
    List<Capability> capabilities = manifest.application().capabilities();
    assertThat(capabilities).extracting(Capability::name).containsExactly("voice", "messages");
    assertThat(capabilities.get(0).webhooks())
        .containsExactly(new Webhook(
            "answer_url",
            "/webhooks/answer",
            Map.of("http_method", "GET", "connect_timeout", 400, "socket_timeout", 4000)));
    assertThat(capabilities.get(1).webhooks())
        .containsExactly(
            new Webhook("status_url", "/webhooks/status", Map.of("http_method", "POST")));
    assertThat(manifest.routes())
        .containsExactly(
            new Route(
                Optional.of("voice"),
                "answer_url",
                "GET",
                "/webhooks/answer",
                List.of("acme.Line#answer(AnswerRequest)")),
            new Route(
                Optional.of("messages"),
                "status_url",
                "POST",
                "/webhooks/status",
                List.of("acme.Line#status(MessageStatus)")),
            new Route(
                Optional.empty(),
                "callback",
                "POST",
                "/webhooks/menu",
                List.of("acme.Line#menu(InputEvent)")));
  }

  @Test
  void videoWebhooksHaveASecretAndNoMethod() {
    Handler room =
        on("VideoUrl", "room").takes(PayloadNames.VIDEO_EVENT).says("videoKind", "ROOM_STATUS");
    assertThat(manifest(Draft.app(VIDEO).with(room.says("secret", "${s}")))
            .application()
            .capabilities()
            .get(0)
            .webhooks())
        .singleElement()
        .satisfies(webhook ->
            assertThat(webhook.options()).isEqualTo(Map.of("secret", "${s}", "active", true)));
  }

  @Test
  void voice() {
    assertThat(settings(VOICE)).isEqualTo(Map.of("signed_callbacks", true));
    assertThat(settings(VOICE, "region", "UNSET", "conversationsTtl", -1, "legPersistenceTime", -1))
        .isEqualTo(Map.of("signed_callbacks", true));
    assertThat(settings(
            VOICE,
            "signedCallbacks",
            false,
            "region",
            "EU_WEST",
            "conversationsTtl",
            0,
            "legPersistenceTime",
            7))
        .isEqualTo(Map.of(
            "signed_callbacks",
            false,
            "region",
            "eu-west",
            "conversations_ttl",
            0,
            "leg_persistence_time",
            7));
  }

  @Test
  void messagesAndRtc() {
    assertThat(settings(MESSAGES))
        .isEqualTo(Map.of("version", "v1", "authenticate_inbound_media", false));
    assertThat(settings(MESSAGES, "version", "V0_1", "authenticateInboundMedia", true))
        .isEqualTo(Map.of("version", "v0.1", "authenticate_inbound_media", true));
    assertThat(settings(RTC)).isEqualTo(Map.of("signed_callbacks", true));
    assertThat(settings(RTC, "signedCallbacks", false))
        .isEqualTo(Map.of("signed_callbacks", false));
  }

  @Test
  void network() {
    assertThat(settings(NETWORK)).isEmpty();
    assertThat(settings(NETWORK, "redirectUri", "", "networkApplicationId", "")).isEmpty();
    assertThat(settings(
            NETWORK, "redirectUri", "https://a.example/b", "networkApplicationId", "${id}"))
        .isEqualTo(
            Map.of("redirect_uri", "https://a.example/b", "network_application_id", "${id}"));
  }

  @Test
  void whatHasNoSettings() {
    assertThat(settings(VBC)).isEmpty();
    assertThat(settings(VERIFY)).isEmpty();
    assertThat(settings(VIDEO)).isEmpty();
  }

  @Test
  void storageIsStatedWholeOrNotAtAll() {
    assertThat(settings(VIDEO, "serverSideEncryption", true))
        .isEqualTo(Map.of(
            "storage",
            Map.of(
                "server_side_encryption",
                true,
                "end_to_end_encryption",
                false,
                "cloud_storage",
                false)));
    assertThat(settings(VIDEO, "credentialType", "s3", "credential", "${c}", "cloudStorage", true))
        .isEqualTo(Map.of(
            "storage",
            Map.of(
                "server_side_encryption",
                false,
                "end_to_end_encryption",
                false,
                "cloud_storage",
                true,
                "credential_type",
                "s3",
                "credential",
                "${c}")));
  }
}
