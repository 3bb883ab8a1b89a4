import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.WebhookSigner;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A function of AWS Lambda in a process of its own: what its events look like, and what an invocation costs. */
final class Function {
  private Function() {}

  /** Writes events of payload format 2.0, answers and events in turn, each with a token of its own. */
  static Path events(Path work, int count) throws IOException {
    WebhookSigner signer = WebhookSigner.of(Kind.SECRET);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      WebhookRequest unsigned = i % 2 == 0
          ? WebhookRequest.get("/webhooks/answer?" + Kind.ANSWER_QUERY, Map.of())
          : WebhookRequest.post("/webhooks/event", Kind.EVENT_BODY);
      lines.add(new String(event(signer.sign(unsigned), i % 2 == 0).writeBytes(), StandardCharsets.UTF_8));
    }
    return Files.write(work.resolve("events.jsonl"), lines);
  }

  private static Json event(WebhookRequest request, boolean answer) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", "$default");
    event.put("rawPath", answer ? "/webhooks/answer" : "/webhooks/event");
    event.put("rawQueryString", answer ? Kind.ANSWER_QUERY : "");
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("authorization", request.header("Authorization").orElseThrow());
    headers.put("content-type", "application/json");
    event.put("headers", headers);
    if (answer) {
      event.put("queryStringParameters", Json.object("from", "447700900000"));
    } else {
      event.put("body", Kind.EVENT_BODY);
    }
    event.put(
        "requestContext",
        Json.object("stage", "$default", "http", Json.object("method", answer ? "GET" : "POST")));
    event.put("isBase64Encoded", false);
    return Json.of(event);
  }

  /** Runs it once, from a new JVM to the last of the events; figures by name. */
  static Map<String, String> run(Contestant.App app, Path work, Path events) throws Exception {
    File log = work.resolve(app.name() + ".out").toFile();
    ProcessBuilder builder = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-cp",
            app.classPath(),
            app.main(),
            events.toString())
        .redirectErrorStream(true)
        .redirectOutput(log);
    builder.environment().put("VONAGE_SIGNATURE_SECRET", Kind.SECRET);
    Process process = builder.start();
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(app.name() + " failed: " + Files.readString(log.toPath()));
    }
    Map<String, String> figures = new LinkedHashMap<>();
    for (String line : Files.readAllLines(log.toPath())) {
      int space = line.indexOf(' ');
      if (space > 0) {
        figures.put(line.substring(0, space), line.substring(space + 1));
      }
    }
    return figures;
  }
}
