package dev.switchboard.awslambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookResponse;
import dev.switchboard.webhooks.Webhooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks behind an HTTP API of API Gateway or a function URL, in payload format 2.0. Lambda calls {@link #handleRequest}; your function is
 * a class of yours with a constructor without parameters:
 *
 * <pre>{@code
 * public final class Function extends LambdaWebhooks {
 *   public Function() {
 *     super(Webhooks.of(settings, new PizzaLineRouter(new PizzaLine())));
 *   }
 * }
 * }</pre>
 *
 * <p>Copies of a function come and go at any time: give the settings a shared replay guard and a shared store of call state. The path is
 * taken without the stage's name before it, query and body as they were sent; the gateway joins repeated headers by commas.
 *
 * <p>A handler that returns a stage is waited for, since Lambda freezes what runs on after the answer.
 */
public class LambdaWebhooks implements RequestStreamHandler {
  private final Webhooks webhooks;

  /** A function around an engine. */
  protected LambdaWebhooks(Webhooks webhooks) {
    this.webhooks = Objects.requireNonNull(webhooks);
  }

  /**
   * Serves one event.
   *
   * @throws IllegalArgumentException for an event of another format; Lambda reports it as a failure of the function
   */
  @Override
  public final void handleRequest(InputStream input, OutputStream output, @Nullable Context context)
      throws IOException {
    WebhookRequest request = request(Json.parse(input.readAllBytes()));
    WebhookResponse response = webhooks.handle(request).toCompletableFuture().join();
    output.write(event(request, response).writeBytes());
  }

  private static WebhookRequest request(Json event) {
    if (!event.text("version").orElse("").equals("2.0")) {
      throw new IllegalArgumentException(
          "The event is not of payload format 2.0. Set the integration's payloadFormatVersion to 2.0.");
    }
    Json context = event.get("requestContext");
    String method = context
        .get("http")
        .text("method")
        .orElseThrow(() -> new IllegalArgumentException("The event has no method."));
    return WebhookRequest.of(
        method,
        path(event.text("rawPath").orElse("/"), context.text("stage").orElse("$default")),
        event.text("rawQueryString").orElse(""),
        headers(event.get("headers")),
        body(event));
  }

  private static String path(String path, String stage) {
    String prefix = '/' + stage;
    return path.startsWith(prefix + '/') ? path.substring(prefix.length()) : path;
  }

  private static Map<String, List<String>> headers(Json headers) {
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.names().forEach(name -> all.put(name, List.of(headers.text(name).orElse(""))));
    return all;
  }

  private static byte[] body(Json event) {
    String body = event.text("body").orElse("");
    return event.flag("isBase64Encoded").orElse(false)
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  private static Json event(WebhookRequest request, WebhookResponse response) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("statusCode", response.status());
    event.put("headers", Map.copyOf(response.headers()));
    event.put("isBase64Encoded", false);
    event.put("body", request.method().equals("HEAD") ? "" : response.text());
    return Json.of(event);
  }
}
