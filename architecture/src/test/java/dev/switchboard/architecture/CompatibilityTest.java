package dev.switchboard.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.ManifestWriter;
import dev.switchboard.manifest.reader.ManifestReader;
import dev.switchboard.provisioning.Msisdn;
import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookResponse;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.Webhooks;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an earlier release compiled is served and deployed by this one, as docs/compatibility.md promises. */
class CompatibilityTest {
  private static final String APP = "dev.switchboard.example.PizzaLine";
  private static final URI BASE_URL = URI.create("https://pizza.example");

  private URLClassLoader frozen;

  @BeforeEach
  void open() {
    URL jar = Objects.requireNonNull(getClass().getResource("/frozen/example-built-by-0.1.jar"));
    frozen = new URLClassLoader(new URL[] {jar}, getClass().getClassLoader());
  }

  @AfterEach
  void close() throws IOException {
    frozen.close();
  }

  private Object make(String type, Object... arguments) throws Exception {
    Constructor<?> constructor =
        frozen.loadClass("dev.switchboard.example." + type).getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.newInstance(arguments);
  }

  private WebhookRouter router() throws Exception {
    Object kitchen = make("Kitchen", "447700900099");
    Class<?> replies = frozen.loadClass("dev.switchboard.example.OrderDesk$Replies");
    Object silent = Proxy.newProxyInstance(
        frozen,
        new Class<?>[] {replies},
        (proxy, method, args) -> CompletableFuture.completedFuture(null));
    return (WebhookRouter)
        make("PizzaLineRouter", make("PizzaLine", kitchen), make("OrderDesk", kitchen, silent));
  }

  @Test
  void aRouterOfAnEarlierReleaseIsServed() throws Exception {
    Webhooks webhooks = Webhooks.of(WebhookSettings.of(BASE_URL).insecure(), router());

    WebhookResponse answer = handle(
        webhooks,
        WebhookRequest.get("/webhooks/answer", Map.of("from", "447700900001", "uuid", "u")));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("Welcome to the pizza line.", BASE_URL + "/webhooks/choice");
    WebhookResponse choice = handle(
        webhooks,
        WebhookRequest.post(
            "/webhooks/choice",
            "{\"conversation_uuid\":\"CON-1\",\"uuid\":\"u\",\"dtmf\":{\"digits\":\"1\",\"timed_out\":false}}"));
    assertThat(choice.text()).contains("Press 1 for a margherita");
    assertThat(handle(
                webhooks,
                WebhookRequest.post(
                    "/webhooks/inbound",
                    "{\"channel\":\"sms\",\"message_type\":\"text\",\"message_uuid\":\"m\",\"from\":\"447700900001\","
                        + "\"to\":\"447700900000\",\"text\":\"Hello\"}"))
            .status())
        .isBetween(200, 204);
  }

  @Test
  void aManifestOfAnEarlierReleaseIsReadAndWrittenAsItWas() throws Exception {
    try (InputStream in = Objects.requireNonNull(
        frozen.getResourceAsStream("META-INF/switchboard/" + APP + ".json"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Manifest manifest = ManifestReader.read(text);
      assertThat(manifest.app()).isEqualTo(APP);
      assertThat(ManifestWriter.write(manifest)).isEqualTo(text);
    }
  }

  @Test
  void aProvisionerOfAnEarlierReleaseIsLinked() throws Exception {
    Object deployment = frozen
        .loadClass(APP + "Provisioner")
        .getMethod("of", URI.class, String.class, Msisdn.class)
        .invoke(null, BASE_URL, "test", Msisdn.of("447700900000"));
    assertThat(deployment).isNotNull();
  }

  @Test
  void aRouterOfALaterContractIsRefusedInASentence() throws Exception {
    WebhookRouter earlier = router();
    WebhookRouter later = new WebhookRouter() {
      @Override
      public String app() {
        return earlier.app();
      }

      @Override
      public List<Route<?>> routes() {
        return earlier.routes();
      }

      @Override
      public Reply dispatch(Route<?> route, WebhookRequest request) throws Exception {
        return earlier.dispatch(route, request);
      }

      @Override
      public int contract() {
        return 3; // this release serves 1 and 2
      }
    };
    assertThatThrownBy(() -> Webhooks.of(WebhookSettings.of(BASE_URL).insecure(), later))
        .hasMessageContaining("contract 3")
        .hasMessageContaining("Update switchboard-webhooks");
  }

  private static WebhookResponse handle(Webhooks webhooks, WebhookRequest request) {
    return webhooks.handle(request).toCompletableFuture().join();
  }
}
