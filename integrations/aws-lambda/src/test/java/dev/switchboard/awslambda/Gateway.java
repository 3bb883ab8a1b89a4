package dev.switchboard.awslambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.conformance.ServedApp;
import dev.switchboard.webhooks.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of API Gateway as turns a request into an event of payload format 2.0 and an answer back, as its documentation says. */
final class Gateway implements ServedApp {
  private final HttpServer server;
  private final ExecutorService copies = Executors.newCachedThreadPool();
  private final RequestStreamHandler function;

  Gateway(RequestStreamHandler function) throws IOException {
    this.function = function;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(copies);
    server.createContext("/", this::serve);
    server.start();
  }

  @Override
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
    copies.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      function.handleRequest(new ByteArrayInputStream(event(exchange).writeBytes()), out, null);
      Json answer = Json.parse(out.toByteArray());
      Json headers = answer.get("headers");
      headers
          .names()
          .forEach(name -> exchange.getResponseHeaders().set(name, headers.required(name)));
      byte[] body = answer.required("body").getBytes(java.nio.charset.StandardCharsets.UTF_8);
      int status = Math.toIntExact(answer.integer("statusCode").orElseThrow());
      boolean empty = body.length == 0 || status == 204;
      exchange.sendResponseHeaders(status, empty ? -1 : body.length);
      if (!empty) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static Json event(HttpExchange exchange) throws IOException {
    Map<String, Object> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    URI uri = exchange.getRequestURI();
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", "$default");
    event.put("rawPath", "/live" + uri.getRawPath());
    event.put("rawQueryString", Objects.requireNonNullElse(uri.getRawQuery(), ""));
    event.put("headers", headers);
    event.put(
        "requestContext",
        Json.object("stage", "live", "http", Json.object("method", exchange.getRequestMethod())));
    if (body.length > 0) {
      event.put("body", Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body.length > 0);
    return Json.of(event);
  }
}
