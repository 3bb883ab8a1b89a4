package line;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** The SDK by hand in a function, with the Jackson that the SDK brings. */
public final class Main implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String... args) throws Exception {
    Invocations.run(Main::new, args);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = JSON.readTree(input);
    output.write(JSON.writeValueAsBytes(answer(event)));
  }

  private static Map<String, Object> answer(JsonNode event) {
    if (Hand.refused(event.path("headers").path("authorization").textValue())) {
      return Map.of("statusCode", 401, "body", "");
    }
    if (event.path("rawPath").textValue().endsWith("/event")) {
      Hand.event(event.path("body").textValue());
      return Map.of("statusCode", 204, "body", "");
    }
    return Map.of(
        "statusCode", 200,
        "headers", Map.of("Content-Type", "application/json"),
        "body", Hand.answer(event.path("queryStringParameters").path("from").textValue()));
  }
}
