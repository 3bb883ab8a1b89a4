package dev.switchboard.provisioning.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.platformapi.ApiClient;
import dev.switchboard.provisioning.Account;
import dev.switchboard.provisioning.Failure;
import dev.switchboard.provisioning.ProvisioningException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Storms, silence and nonsense from the other side. */
class RestPlatformTest {
  private static final String ID = "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab";
  private static final String FOUND = "200 {\"id\":\"" + ID + "\"}";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch never = new CountDownLatch(1);
  private final Deque<String> answers = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private HttpServer server;
  private int requests;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    never.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /** The next answer, or the last one again: a status and a body, {@code hang}, {@code cut}, or {@code short}. */
  private void serve(HttpExchange exchange) throws IOException {
    String answer;
    synchronized (this) {
      requests++;
      answer = answers.size() > 1 ? answers.remove() : answers.element();
    }
    exchange.getRequestBody().readAllBytes();
    if (answer.equals("hang")) {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    } else if (answer.equals("short")) {
      exchange.sendResponseHeaders(200, 500);
      exchange.getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    } else if (!answer.equals("cut")) {
      byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Retry-After", "7");
      exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private Platform platform() {
    return platform(Duration.ofSeconds(20));
  }

  private Platform platform(Duration timeout) {
    return new RestPlatform(
        account(), HttpClient.newHttpClient(), timeout, new Retries(pauses::add, () -> 0.5), 20);
  }

  private Account account() {
    return Account.of("key", "s3cr3t-of-the-account")
        .at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  private ProvisioningException failure(String... script) {
    answers.addAll(List.of(script));
    return catchThrowableOfType(ProvisioningException.class, () -> platform().application(ID));
  }

  @Test
  void aStormIsWaitedOutAsLongAsItIsAskedFor() {
    answers.addAll(List.of("429 {}", "429 {}", "503 {}", FOUND));

    assertThat(platform().application(ID)).isPresent();

    assertThat(pauses).hasSize(3).allMatch(Duration.ofSeconds(7)::equals);
  }

  @Test
  void aStormWithoutEnd() {
    ProvisioningException failure = failure("429 {}");

    assertThat(failure.failure()).isEqualTo(Failure.UNREACHABLE);
    assertThat(failure).hasMessageContaining("too many requests").hasMessageContaining("Wait");
    assertThat(requests).isEqualTo(5);
  }

  @Test
  void aPlatformThatIsIll() {
    assertThat(failure("500 {}").failure()).isEqualTo(Failure.UNREACHABLE);
    assertThat(requests).isEqualTo(5);
  }

  @Test
  void slowAndCutConnections() {
    answers.addAll(List.of("hang", "cut", "short", FOUND));
    assertThat(platform(Duration.ofSeconds(2)).application(ID)).isPresent();
    assertThat(requests).isGreaterThanOrEqualTo(4);
  }

  @Test
  void aConnectionThatAlwaysBreaks() {
    ProvisioningException failure = failure("cut");
    assertThat(failure.failure()).isEqualTo(Failure.UNREACHABLE);
    assertThat(failure).hasMessageContaining("the connection broke");
  }

  @Test
  void aPageOfAProxyIsNoAnswer() {
    ProvisioningException failure = failure("200 <html>log in, s3cr3t-of-the-account</html>");
    assertThat(failure.failure()).isEqualTo(Failure.UNREACHABLE);
    assertThat(failure).hasMessageContaining("not JSON").hasMessageNotContaining("s3cr3t");
  }

  @Test
  void anErrorThatQuotesTheSecret() {
    ProvisioningException failure =
        failure("400 {\"detail\":\"you sent s3cr3t-of-the-account\\nand more\"}");
    assertThat(failure.failure()).isEqualTo(Failure.INVALID);
    assertThat(failure)
        .hasMessageContaining("you sent *** and more")
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void aCreationWithoutAnAnswerIsNotSentAgain() {
    for (String script : List.of("500 {}", "cut", "short", "200 {}", "hang")) {
      requests = 0;
      answers.clear();
      answers.add(script);
      assertThat(catchThrowableOfType(
              Platform.OutcomeUnknownException.class,
              () -> platform(Duration.ofSeconds(2)).create(ApiClient.mapper().createObjectNode())))
          .as(script)
          .isNotNull();
      assertThat(requests).as(script).isEqualTo(1);
    }
  }

  @Test
  void aListWithoutEnd() {
    // Each page shows something new and says that there are more.
    server.removeContext("/");
    server.createContext("/", exchange -> {
      String page = exchange.getRequestURI().getQuery().replaceAll(".*page=", "");
      byte[] body = ("{\"total_pages\":1000000,\"_embedded\":{\"applications\":[{\"id\":\"" + page
              + "\"}]}}")
          .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    ProvisioningException failure =
        catchThrowableOfType(ProvisioningException.class, () -> platform().applications());
    assertThat(failure).hasMessageContaining("has no end");
  }

  @Test
  void nobodyThere() {
    server.stop(0);
    ProvisioningException failure =
        catchThrowableOfType(ProvisioningException.class, () -> platform().applications());
    assertThat(failure.failure()).isEqualTo(Failure.UNREACHABLE);
    assertThat(failure.remedy()).contains("Start the sandbox (switchboard sandbox)");
  }

  @Test
  void noSuchHost() {
    Account account = Account.of("key", "secret").at(URI.create("http://nowhere.invalid"));
    ProvisioningException failure = catchThrowableOfType(
        ProvisioningException.class,
        () -> QuickPlatform.of(account, Duration.ofSeconds(2)).applications());
    assertThat(failure.failure()).isEqualTo(Failure.UNREACHABLE);
    assertThat(failure.remedy()).startsWith("Check the network");
  }

  /** Secrets stand in places that this version knows and in places that it does not. */
  @Test
  void whatWasSentIsNotQuotedWhereItMayBeASecret() {
    ObjectNode body = (ObjectNode) ApiClient.mapper().readTree("""
        {"name":"Pizza Line","capabilities":{"video":{"webhooks":{"session_created":
        {"address":"https://pizza.example/video","secret":"s3cr3t-of-a-callback"}}},"later":
        {"hooks":["https://user:pa55word@pizza.example","https://pizza.example/x?token=t0ken","t0p-s3cr3t"]}}}""");
    String quotes =
        "400 {\"detail\":\"Pizza Line: https://pizza.example/video with s3cr3t-of-a-callback,"
            + " https://user:pa55word@pizza.example, https://pizza.example/x?token=t0ken and t0p-s3cr3t are wrong\"}";
    for (ThrowingCallable sending : List.<ThrowingCallable>of(
        () -> platform().create(body), () -> platform().update(ID, body))) {
      answers.clear();
      answers.add(quotes);
      assertThatThrownBy(sending)
          .isInstanceOf(ProvisioningException.class)
          .hasMessageContaining(
              "Pizza Line: https://pizza.example/video with ***, ***, *** and *** are wrong");
    }
  }
}
