package dev.switchboard.awslambda;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.conformance.FunctionConformance;
import dev.switchboard.conformance.ServedApp;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.Webhooks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Behind a gateway that makes events of payload format 2.0, with a stage of its own. */
class LambdaConformanceTest extends FunctionConformance {
  private static final class Function extends LambdaWebhooks {
    Function(Webhooks webhooks) {
      super(webhooks);
    }
  }

  @Override
  protected ServedApp serve(WebhookSettings settings, WebhookRouter router) throws Exception {
    return new Gateway(new Function(Webhooks.of(settings, router)));
  }

  @Override
  protected List<String> repeated(String first, String second) {
    return List.of(first + ',' + second);
  }

  @Test
  void anEventOfAnotherFormatIsASentence() {
    Function function = new Function(Webhooks.of(
        WebhookSettings.of(java.net.URI.create("https://pizza.example")).insecure()));
    byte[] event = "{\"version\":\"1.0\",\"path\":\"/\"}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> function.handleRequest(
            new ByteArrayInputStream(event), new ByteArrayOutputStream(), null))
        .hasMessageContaining("payloadFormatVersion");
  }
}
