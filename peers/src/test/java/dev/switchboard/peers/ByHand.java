package dev.switchboard.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.vonage.client.voice.EventWebhook;
import com.vonage.client.voice.ncco.DtmfSettings;
import com.vonage.client.voice.ncco.InputAction;
import com.vonage.client.voice.ncco.Ncco;
import com.vonage.client.voice.ncco.TalkAction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** An app as it is written with the official SDK by hand. */
final class ByHand implements AutoCloseable {
  private final HttpServer server;

  ByHand(String baseUrl) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.createContext("/answer", exchange -> {
      String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
      String from = query.replaceFirst("(^|.*&)from=([^&]*).*", "$2");
      Ncco ncco = new Ncco(
          TalkAction.builder("Hello " + from + ". Press a key.").bargeIn(true).build(),
          InputAction.builder()
              .dtmf(DtmfSettings.builder().maxDigits(1).build())
              .eventUrl(baseUrl + "/key")
              .build());
      send(exchange, ncco.toJson());
    });
    server.createContext("/key", exchange -> {
      byte[] body = exchange.getRequestBody().readAllBytes();
      EventWebhook event = EventWebhook.fromJson(new String(body, StandardCharsets.UTF_8));
      send(
          exchange,
          new Ncco(TalkAction.builder("That was " + event.getDtmf().getDigits() + ".")
                  .build())
              .toJson());
    });
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private static void send(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
