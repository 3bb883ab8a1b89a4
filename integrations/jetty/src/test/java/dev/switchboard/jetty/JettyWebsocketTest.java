package dev.switchboard.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.server.Server;
import dev.switchboard.server.ServerSettings;
import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.audio.AudioEnd;
import dev.switchboard.webhooks.audio.AudioFrame;
import dev.switchboard.webhooks.audio.AudioHandler;
import dev.switchboard.webhooks.audio.AudioKey;
import dev.switchboard.webhooks.audio.AudioLine;
import dev.switchboard.webhooks.audio.AudioStart;
import dev.switchboard.webhooks.signing.WebhookSigner;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The platform, played by the JDK's client, opens websockets of an app. */
class JettyWebsocketTest {
  private static final String SECRET = "signature-secret";
  private static final String OPENING =
      "{\"event\":\"websocket:connected\",\"content-type\":\"audio/l16;rate=8000\",\"caller\":\"Ann\"}";

  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private final Client client = new Client();
  private final Server server = Server.start(
      ServerSettings.defaults().port(0).webhooks(settings -> settings.secret(SECRET)), app());

  private WebhookRouter app() {
    return new WebhookRouter() {
      @Override
      public String app() {
        return "com.acme.Agent";
      }

      @Override
      public List<Route<?>> routes() {
        return Route.all(Route.answer("/answer"), Route.websocket("/agent"));
      }

      @Override
      public Reply dispatch(Route<?> route, WebhookRequest request) {
        AudioStart start = AudioStart.read(request);
        seen.add(start.rate() + " " + start.header("caller").orElse(""));
        return Reply.audio(new Parrot());
      }

      @Override
      public int contract() {
        return 2;
      }
    };
  }

  /** Says back what it hears; on 0 it hangs up, on 9 it breaks. */
  private final class Parrot implements AudioHandler {
    @Override
    public void audio(AudioLine line, AudioFrame frame) {
      line.play(frame);
    }

    @Override
    public void key(AudioLine line, AudioKey key) {
      seen.add("key " + key.digit());
      switch (key.digit()) {
        case "0" -> line.hangUp();
        case "9" -> throw new IllegalStateException("broken");
        default -> line.clear();
      }
    }

    @Override
    public void ended(AudioEnd end) {
      seen.add("ended " + end.code());
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private WebSocket open(String token) throws Exception {
    URI uri = URI.create("ws://127.0.0.1:" + server.port() + "/agent");
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (!token.isEmpty()) {
      builder.header("Authorization", "Bearer " + token);
    }
    return builder.buildAsync(uri, client).get(20, TimeUnit.SECONDS);
  }

  private static String token(String secret) {
    return WebhookSigner.of(secret).token(WebhookRequest.get("/agent", Map.of()));
  }

  private void expect(String what) throws InterruptedException {
    assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(what);
  }

  @Test
  void soundKeysAndTheEndReachTheHandler() throws Exception {
    WebSocket socket = open(token(SECRET));
    socket.sendText(OPENING, true).join();
    expect("8000 Ann");

    byte[] frame = new byte[320];
    Arrays.fill(frame, (byte) 7);
    socket.sendBinary(ByteBuffer.wrap(frame), true).join();
    assertThat(client.sound.poll(20, TimeUnit.SECONDS)).isEqualTo(frame);

    socket
        .sendText("{\"event\":\"websocket:dtmf\",\"digit\":\"5\",\"duration\":260}", true)
        .join();
    expect("key 5");
    assertThat(client.texts.poll(20, TimeUnit.SECONDS)).isEqualTo("{\"action\":\"clear\"}");

    socket.sendClose(1000, "").join();
    expect("ended 1000");
  }

  @Test
  void theAppHangsUp() throws Exception {
    WebSocket socket = open(token(SECRET));
    socket.sendText(OPENING, true).join();
    expect("8000 Ann");
    socket.sendText("{\"event\":\"websocket:dtmf\",\"digit\":\"0\"}", true).join();
    expect("key 0");
    assertThat(client.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1000);
  }

  @Test
  void aHandlerThatBreaksEndsItsWebsocketAlone() throws Exception {
    WebSocket socket = open(token(SECRET));
    socket.sendText(OPENING, true).join();
    expect("8000 Ann");
    socket.sendText("{\"event\":\"websocket:dtmf\",\"digit\":\"9\"}", true).join();
    assertThat(client.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1011);
    assertThat(open(token(SECRET)).isOutputClosed()).isFalse();
  }

  @Test
  void anOpeningMessageThatIsNoJsonIsRefused() throws Exception {
    open(token(SECRET)).sendText("hello", true).join();
    assertThat(client.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1008);
  }

  @Test
  void onlyThePlatformMayOpenOneAndATokenOpensOne() throws Exception {
    assertThat(refusal("")).isEqualTo(401);
    assertThat(refusal(token("another secret"))).isEqualTo(401);
    String token = token(SECRET);
    open(token);
    assertThat(refusal(token)).isEqualTo(401);
  }

  private int refusal(String token) throws Exception {
    try {
      open(token);
      throw new AssertionError("it was opened");
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw failure;
    }
  }

  @Test
  void aPlainRequestIsToldToUpgrade() throws Exception {
    var response = HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.uri().resolve("/agent")).build(),
            BodyHandlers.discarding());
    assertThat(response.statusCode()).isEqualTo(426);
    assertThat(response.headers().firstValue("Upgrade")).contains("websocket");
  }

  @Test
  void aRequestForAWebsocketElsewhereIsRefused() {
    URI uri = URI.create("ws://127.0.0.1:" + server.port() + "/answer");
    assertThatThrownBy(() -> HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(uri, client)
            .join())
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
  }

  private static final class Client implements WebSocket.Listener {
    private final BlockingQueue<byte[]> sound = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      parts.writeBytes(bytes);
      if (last) {
        sound.add(parts.toByteArray());
        parts.reset();
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      texts.add(data.toString());
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }
  }
}
