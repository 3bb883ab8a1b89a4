package dev.switchboard.server;

import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.signing.WebhookSigner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server over real sockets. */
class ServerTest {
  private static final String SECRET = "signature-secret";

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CompletableFuture<Ncco> held = new CompletableFuture<>();
  private Server server = Server.start(settings(), app());

  private static ServerSettings settings() {
    return ServerSettings.defaults().port(0).webhooks(s -> s.secret(SECRET).maxBodyBytes(1000));
  }

  private WebhookRouter app() {
    return new WebhookRouter() {
      @Override
      public String app() {
        return "com.acme.App";
      }

      @Override
      public List<Route<?>> routes() {
        return Route.all(
            Route.answer("/answer"), Route.event("/event"), Route.nccoCallback("/held"));
      }

      @Override
      public Reply dispatch(Route<?> route, WebhookRequest request) {
        if (route.path().equals("/held")) {
          arrived.countDown();
          return Reply.nccoLater(held);
        }
        return route.path().equals("/answer")
            ? Reply.ncco(Ncco.of(talk("Hello " + request.json().required("from"))))
            : Reply.done();
      }
    };
  }

  @AfterEach
  void stop() {
    held.complete(Ncco.of(talk("done")));
    server.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder post(String path, String body) {
    String token = WebhookSigner.of(SECRET).token(WebhookRequest.post(path, body));
    return HttpRequest.newBuilder(server.uri().resolve(path))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + token)
        .POST(BodyPublishers.ofString(body));
  }

  @Test
  void servesASignedGet() throws Exception {
    WebhookRequest call = WebhookRequest.get("/answer", Map.of("from", "44 7700+900001&x"));
    HttpResponse<String> response =
        send(HttpRequest.newBuilder(server.uri().resolve("/answer?" + call.query()))
            .header("Authorization", "Bearer " + WebhookSigner.of(SECRET).token(call)));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.body())
        .isEqualTo("[{\"action\":\"talk\",\"text\":\"Hello 44 7700+900001&x\"}]");
  }

  @Test
  void servesASignedPostAgainAndAgainOnOneConnection() throws Exception {
    for (int i = 0; i < 20; i++) {
      HttpResponse<String> response = send(post("/event", "{\"n\":" + i + "}"));
      assertThat(response.statusCode()).isEqualTo(204);
      assertThat(response.body()).isEmpty();
    }
  }

  @Test
  void refusesTheUnsignedTheMalformedAndTheLargeAndLivesOn() throws Exception {
    assertThat(send(HttpRequest.newBuilder(server.uri().resolve("/event"))
                .POST(BodyPublishers.ofString("{}")))
            .statusCode())
        .isEqualTo(401);
    assertThat(send(post("/event", "{\"a\":")).statusCode()).isEqualTo(400);
    assertThat(send(post("/event", "{\"a\":\"" + "x".repeat(2000) + "\"}")).statusCode())
        .isEqualTo(413);
    assertThat(
            send(HttpRequest.newBuilder(server.uri().resolve("/event")).GET()).statusCode())
        .isEqualTo(405);
    assertThat(send(HttpRequest.newBuilder(server.uri().resolve("/event"))
                .method("HEAD", BodyPublishers.noBody()))
            .statusCode())
        .isEqualTo(405);
    assertThat(
            send(HttpRequest.newBuilder(server.uri().resolve("/nothing")).GET()).statusCode())
        .isEqualTo(404);
    assertThat(send(post("/event", "{}")).statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "'nonsense\r\n\r\n'",
    "'GET /answer?%zz HTTP/1.1\r\nHost: x\r\n\r\n'",
    "'POST /event HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n'"
  })
  void bytesThatAreNoRequestDoNoHarm(String bytes) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).doesNotContain("HTTP/1.1 2");
    }
    assertThat(send(post("/event", "{}")).statusCode()).isEqualTo(204);
  }

  @Test
  void finishesWhatIsInFlightBeforeItStops() throws Exception {
    CompletableFuture<HttpResponse<String>> call =
        client.sendAsync(post("/held", "{}").build(), BodyHandlers.ofString());
    arrived.await();
    Thread stopping = new Thread(server::close);
    stopping.start();
    while (send(HttpRequest.newBuilder(server.uri().resolve("/_/health"))).statusCode() != 503) {
      Thread.onSpinWait();
    }
    assertThat(send(post("/event", "{}")).statusCode()).isEqualTo(503);

    held.complete(Ncco.of(talk("done")));

    assertThat(call.get().body()).contains("done");
    stopping.join();
    assertThatThrownBy(() -> send(post("/event", "{}"))).isInstanceOf(IOException.class);
  }

  @Test
  void stopsAfterItsGraceWhateverIsInFlight() throws Exception {
    server.close();
    server = Server.start(settings().grace(Duration.ofMillis(1)), app());
    CompletableFuture<HttpResponse<String>> call =
        client.sendAsync(post("/held", "{}").build(), BodyHandlers.ofString());
    arrived.await();
    server.close();
    server.close();

    assertThat(held).isNotDone();
    assertThatThrownBy(call::get).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void tellsLoadBalancersThatItLives() throws Exception {
    assertThat(send(HttpRequest.newBuilder(server.uri().resolve("/_/health"))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aPortInUseIsASentence() {
    assertThatThrownBy(() -> Server.start(settings().port(server.port()), app()))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("port " + server.port())
        .hasMessageContaining("set PORT to another number");
  }

  @Test
  void doesNotStartWithoutASecret() {
    assertThatThrownBy(() -> Server.start(ServerSettings.defaults().port(0), app()))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("VONAGE_SIGNATURE_SECRET");
    assertThatThrownBy(() -> Server.start(settings()))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("no app to serve");
  }

  @Test
  void readsTheEnvironment() throws Exception {
    server.close();
    server = Server.start(
        ServerSettings.fromEnvironment(Map.of(
            "PORT",
            "0",
            "SWITCHBOARD_BASE_URL",
            "https://pizza.example/",
            "VONAGE_SIGNATURE_SECRET",
            SECRET)),
        app());
    assertThat(server.uri()).isEqualTo(URI.create("http://127.0.0.1:" + server.port()));
    assertThat(send(post("/event", "{}")).statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "PORT,eighty",
    "PORT,70000",
    "SWITCHBOARD_BASE_URL,pizza.example",
    "SWITCHBOARD_INSECURE,yes"
  })
  void namesTheVariableThatIsWrong(String name, String value) {
    assertThatThrownBy(() -> ServerSettings.fromEnvironment(Map.of(name, value)))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining(value);
  }
}
