package dev.switchboard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.signing.ApiToken;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client against a real HTTP server that answers what each test says. */
class ClientTest {
  private static final KeyPair KEYS = RsaKeys.generate();

  private final List<String> authorization = new ArrayList<>();
  private final List<Json> bodies = new ArrayList<>();
  private HttpServer platform;
  private int status = 202;
  private String answer = "{\"message_uuid\":\"aaaa-bbbb\"}";
  private Client client;

  @BeforeEach
  void start() throws IOException {
    platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    platform.createContext("/v1/messages", exchange -> {
      authorization.add(exchange.getRequestHeaders().getFirst("Authorization"));
      bodies.add(Json.parse(exchange.getRequestBody().readAllBytes()));
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    });
    platform.start();
    client = Client.of(ClientSettings.of("app-1", KEYS.getPrivate())
        .apiHost(URI.create("http://127.0.0.1:" + platform.getAddress().getPort() + "/")));
  }

  @AfterEach
  void stop() {
    client.close();
    platform.stop(0);
  }

  @Test
  void sendsATextInTheNameOfTheApplication() {
    SentMessage sent = client.send(
        OutboundMessage.sms("447700900001", "447700900123", "Hello").clientRef("order-1"));

    assertThat(sent.messageUuid()).isEqualTo("aaaa-bbbb");
    assertThat(bodies).containsExactly(Json.parse("""
        {"message_type":"text","text":"Hello","to":"447700900001","from":"447700900123","channel":"sms","client_ref":"order-1"}"""));
    ApiToken token =
        ApiToken.decode(authorization.get(0).substring("Bearer ".length())).orElseThrow();
    assertThat(token.applicationId()).contains("app-1");
    assertThat(token.refusal(KEYS.getPublic(), Instant.now(), Duration.ofMinutes(1)))
        .isEmpty();
  }

  @Test
  void answersOnTheChannelTheMessageCameBy() {
    InboundMessage message = InboundMessage.read(WebhookRequest.post("/inbound", """
        {"channel":"viber_service","message_uuid":"m","from":"447700900001","to":"my-service","message_type":"text","text":"Hi"}"""));

    client.send(OutboundMessage.reply(message, "Hello"));

    assertThat(bodies.get(0)).isEqualTo(Json.parse("""
        {"message_type":"text","text":"Hello","to":"447700900001","from":"my-service","channel":"viber_service"}"""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | CREDENTIALS | {\"title\":\"Invalid credentials supplied\"} | belongs to application app-1",
        "402 | BALANCE | {\"title\":\"Low balance\"} | Top up",
        "422 | INVALID | {\"title\":\"Bad\",\"invalid_parameters\":[{\"name\":\"to\",\"reason\":\"too short\"}]} | to: too short",
        "429 | TOO_MANY | '' | Send more slowly",
        "503 | PLATFORM | <html>oops</html> | Try again later",
      })
  void saysWhatARefusalMeans(int refusal, ClientException.Kind kind, String body, String expected) {
    status = refusal;
    answer = body;

    ClientException refused = refusal();

    assertThat(refused.status()).isEqualTo(refusal);
    assertThat(refused.kind()).isEqualTo(kind);
    assertThat(refused).hasMessageContaining(expected).hasMessageNotContaining("Bearer");
  }

  @Test
  void saysWhenThePlatformIsOutOfReach() {
    platform.stop(0);
    assertThat(refusal())
        .hasMessageContaining("cannot be reached")
        .hasFieldOrPropertyWithValue("status", 0);
  }

  private ClientException refusal() {
    return catchThrowableOfType(
        ClientException.class,
        () -> client.send(OutboundMessage.sms("447700900001", "447700900123", "Hello")));
  }

  @Test
  void refusesTextsThatNoChannelTakes() {
    assertThatThrownBy(() -> OutboundMessage.sms("1", "2", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OutboundMessage.text("messenger", "1", "2", "x".repeat(641)))
        .hasMessageContaining("1 to 640");
    assertThat(OutboundMessage.whatsApp("1", "2", "x".repeat(4096)).json().required("channel"))
        .isEqualTo("whatsapp");
    assertThatThrownBy(() -> OutboundMessage.sms("1", "2", "x").clientRef("x".repeat(101)))
        .hasMessageContaining("100");
  }

  @Test
  void readsTheEnvironment(@TempDir Path folder) throws IOException {
    Path key = folder.resolve("private.key");
    Files.writeString(key, RsaKeys.pem(KEYS.getPrivate()));

    ClientSettings settings = ClientSettings.fromEnvironment(Map.of(
        "VONAGE_APPLICATION_ID",
        "app-1",
        "VONAGE_PRIVATE_KEY_PATH",
        key.toString(),
        "VONAGE_API_HOST",
        "http://127.0.0.1:1"));

    assertThat(settings).hasToString("application app-1 at http://127.0.0.1:1");
  }

  @Test
  void namesTheVariableThatIsMissingOrWrong() {
    assertThatThrownBy(() -> ClientSettings.fromEnvironment(Map.of()))
        .hasMessageContaining("VONAGE_APPLICATION_ID");
    assertThatThrownBy(() -> ClientSettings.fromEnvironment(Map.of("VONAGE_APPLICATION_ID", "a")))
        .hasMessageContaining("VONAGE_PRIVATE_KEY_PATH");
    assertThatThrownBy(() -> ClientSettings.fromEnvironment(
            Map.of("VONAGE_APPLICATION_ID", "a", "VONAGE_PRIVATE_KEY_PATH", "nowhere.key")))
        .hasMessageContaining("\"nowhere.key\"");
    assertThatThrownBy(() -> ClientSettings.fromEnvironment(
            Map.of("VONAGE_APPLICATION_ID", "a", "VONAGE_PRIVATE_KEY", "hush")))
        .hasMessageContaining("no RSA private key")
        .hasMessageNotContaining("hush");
  }
}
