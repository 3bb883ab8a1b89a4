package dev.switchboard.client;

import static dev.switchboard.webhooks.ncco.Ncco.advancedMachineDetection;
import static dev.switchboard.webhooks.ncco.Ncco.phone;
import static dev.switchboard.webhooks.ncco.Ncco.stream;
import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static dev.switchboard.webhooks.ncco.Ncco.waitFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.switchboard.client.ClientException.Kind;
import dev.switchboard.sandbox.Call;
import dev.switchboard.sandbox.Conversation;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxApplication;
import dev.switchboard.sandbox.SandboxSettings;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.ncco.AdvancedMachineDetection;
import dev.switchboard.webhooks.ncco.MachineBehavior;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.signing.RsaKeys;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client against the sandbox: what it sends is what the platform takes. */
class SandboxedClientTest {
  private static final KeyPair KEYS = RsaKeys.generate();
  private static final String NUMBER = "447700900123";
  private static final String PERSON = "447700900099";
  private static final Ncco LONG = Ncco.of(talk("Hello."), waitFor(Duration.ofMinutes(5)));

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime());
  private final Map<String, List<Json>> requests = new ConcurrentHashMap<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private HttpServer app;
  private URI baseUrl;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    app.setExecutor(Executors.newCachedThreadPool());
    app.createContext("/", exchange -> {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      requests
          .computeIfAbsent(path, any -> new CopyOnWriteArrayList<>())
          .add(body.length == 0 ? Json.object() : Json.parse(body));
      byte[] answer = answers.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
      exchange.close();
    });
    app.start();
    baseUrl = URI.create("http://127.0.0.1:" + app.getAddress().getPort() + "/");
    SandboxApplication application = sandbox.createApplication("under test", KEYS);
    sandbox.setCapabilities(
        application.id(),
        Json.object(
            "voice", Json.object("webhooks", Json.object("event_url", url("event"))),
            "messages", Json.object("webhooks", Json.object("status_url", url("status")))));
    sandbox.link(NUMBER, application.id());
    client = Client.of(settings(application).baseUrl(baseUrl));
  }

  private ClientSettings settings(SandboxApplication application) {
    return ClientSettings.of(application.id(), application.privateKey()).apiHost(sandbox.uri());
  }

  private Json url(String path) {
    return Json.object("address", baseUrl + path, "http_method", "POST");
  }

  @AfterEach
  void stop() {
    client.close();
    app.stop(0);
    sandbox.close();
  }

  @Test
  void makesACallWithAnNcco() {
    CreatedCall created = client
        .calls()
        .create(OutboundCall.to(phone(PERSON)).from(NUMBER).running(Ncco.of(talk("It is ready."))));
    sandbox.callee(PERSON).hears("It is ready.").ends();

    assertThat(created.uuid()).hasSize(32);
    assertThat(created.status()).isEqualTo("started");
    CallRecord record = client.calls().find(created.uuid());
    assertThat(record.status()).contains("completed");
    assertThat(record.direction()).contains("outbound");
    assertThat(record.conversationUuid()).contains(created.conversationUuid());
    assertThat(record.to().text("number")).contains(PERSON);
    assertThat(record.from().text("number")).contains(NUMBER);
    assertThat(record.duration()).contains(Duration.ZERO);
    assertThat(record.endTime()).isEqualTo(record.startTime());
    assertThat(record.price()).isPresent();
  }

  @Test
  void makesACallThatARouteAnswers() {
    answers.put("/answer", "[{\"action\":\"talk\",\"text\":\"Routed.\"}]");
    Route<AnswerRequest> route = Route.<AnswerRequest>nccoCallback("/answer").with("order", "7");
    client
        .calls()
        .create(OutboundCall.to(phone(PERSON))
            .from(NUMBER)
            .answeredBy(route)
            .eventsTo(Route.<VoiceEvent>callback("/mine"))
            .ringingTimer(Duration.ofSeconds(30))
            .lengthTimer(Duration.ofMinutes(10)));
    sandbox.callee(PERSON).hears("Routed.").ends();

    assertThat(requests("/answer")).hasSize(1);
    assertThat(requests("/mine")).hasSize(4);
    assertThat(requests).doesNotContainKey("/event");
  }

  @Test
  void asksWhetherAMachineAnswered() {
    sandbox.whenCalledMachineAnswers(PERSON, Optional.of(Duration.ofSeconds(4)));
    client
        .calls()
        .create(OutboundCall.to(phone(PERSON))
            .running(Ncco.of(talk("Call us back.")))
            .machineDetection(MachineBehavior.HANGUP)
            .machineDetection(advancedMachineDetection(MachineBehavior.CONTINUE)
                .mode(AdvancedMachineDetection.Mode.DETECT_BEEP)));
    sandbox.callee(PERSON).hears("Call us back.").ends();

    assertThat(requests("/event"))
        .anyMatch(event -> event.text("sub_state").equals(Optional.of("beep_start")));
  }

  @Test
  void steersACall() {
    Calls calls = client.calls();
    String uuid = calls.create(OutboundCall.to(phone(PERSON)).running(LONG)).uuid();
    Call person = sandbox.callee(PERSON).hears("Hello.");

    calls.talk(uuid, talk("One moment.").language("en-GB").loop(1));
    calls.stopTalk(uuid);
    calls.stream(uuid, stream("/hold.mp3").level(0.5));
    calls.stopStream(uuid);
    calls.sendTones(uuid, "12#");
    person.hears("One moment.").hears(baseUrl + "hold.mp3").hears("tones 12#");
    calls.mute(uuid);
    calls.unmute(uuid);
    calls.earmuff(uuid);
    calls.talk(uuid, talk("Unheard."));
    calls.unearmuff(uuid);
    calls.listenToKeys(uuid, Route.<InputEvent>callback("/keys"));
    person.press("5");
    calls.ignoreKeys(uuid);
    calls.transfer(uuid, Ncco.of(talk("Elsewhere."), waitFor(Duration.ofMinutes(5))));
    person.hears("Elsewhere.");
    answers.put("/other", "[{\"action\":\"wait\",\"timeout\":60}]");
    calls.transfer(uuid, Route.<AnswerRequest>nccoCallback("/other"));
    sandbox.advance(Duration.ofSeconds(1));
    assertThat(requests("/other")).hasSize(1);
    calls.hangUp(uuid);
    person.ends();

    assertThat(requests("/keys").get(0).get("dtmf").text("digits")).contains("5");
    ClientException over = refused(() -> calls.hangUp(uuid));
    assertThat(over.kind()).isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void listsCalls() {
    Calls calls = client.calls();
    for (int i = 0; i < 12; i++) {
      calls.create(OutboundCall.to(phone(PERSON)).running(Ncco.of(talk("Hi."))));
      sandbox.callee(PERSON).ends();
      sandbox.advance(Duration.ofSeconds(10));
    }
    Instant now = sandbox.clock().instant();

    CallPage first = calls.list(CallQuery.all());
    assertThat(first.calls()).hasSize(10);
    assertThat(first.count()).isEqualTo(12);
    assertThat(first.hasMore()).isTrue();
    CallPage second = calls.list(CallQuery.all().recordIndex(10).pageSize(100));
    assertThat(second.calls()).hasSize(2);
    assertThat(second.hasMore()).isFalse();
    assertThat(
            calls.list(CallQuery.all().newestFirst().pageSize(1)).calls().get(0).uuid())
        .isEqualTo(second.calls().get(1).uuid());
    assertThat(calls.list(CallQuery.all().status("busy")).calls()).isEmpty();
    assertThat(calls.list(CallQuery.all().since(now.minusSeconds(35))).count()).isEqualTo(3);
    assertThat(calls.list(CallQuery.all().until(now.minusSeconds(35))).count()).isEqualTo(9);
    String conversation = second.calls().get(0).conversationUuid().orElseThrow();
    assertThat(calls.list(CallQuery.all().conversation(conversation)).count()).isEqualTo(1);
  }

  @Test
  void doesTheSameWithoutWaiting() {
    CallsAsync calls = client.callsAsync();
    CompletableFuture<CallRecord> hungUp = calls
        .create(OutboundCall.to(phone(PERSON)).running(LONG))
        .thenCompose(created ->
            calls.hangUp(created.uuid()).thenCompose(done -> calls.find(created.uuid())));

    assertThat(hungUp.join().status()).contains("completed");
    assertThat(calls.find("none").handle((found, error) -> error.getCause()).join())
        .isInstanceOf(ClientException.class);
  }

  @Test
  void servesManyThreadsWithOneToken() {
    List<CreatedCall> created = IntStream.range(0, 40)
        .parallel()
        .mapToObj(i -> client
            .calls()
            .create(OutboundCall.to(phone("4477009110" + (10 + i)))
                .running(Ncco.of(talk("Number " + i + ".")))))
        .toList();

    assertThat(created.stream().map(CreatedCall::uuid).distinct()).hasSize(40);
    for (int i = 0; i < 40; i++) {
      sandbox.callee("4477009110" + (10 + i)).hears("Number " + i + ".").ends();
    }
  }

  @Test
  void refusesWhatThePlatformWould() {
    assertThatThrownBy(() -> client
            .calls()
            .create(OutboundCall.to(phone(PERSON)).running(Ncco.parse("[{\"action\":\"sing\"}]"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/0/action");
    ClientException nothing =
        refused(() -> client.calls().create(OutboundCall.to(phone(PERSON)).from(NUMBER)));
    assertThat(nothing.kind()).isEqualTo(Kind.INVALID);
    assertThat(nothing.problems())
        .containsExactly(
            new ClientException.Problem("ncco", "either ncco or answer_url is required"));
    assertThatThrownBy(() -> OutboundCall.to(phone(PERSON)).ringingTimer(Duration.ofSeconds(121)))
        .hasMessageContaining("1 to 120");
  }

  @Test
  void needsABaseUrlForPathsOnly() {
    try (Client hostless = Client.of(settings(sandbox.application()))) {
      assertThatThrownBy(() -> hostless
              .calls()
              .create(OutboundCall.to(phone(PERSON)).running(Ncco.of(stream("/hold.mp3")))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("SWITCHBOARD_BASE_URL");
      hostless.calls().create(OutboundCall.to(phone(PERSON)).running(Ncco.of(talk("Hi."))));
      sandbox.callee(PERSON).hears("Hi.").ends();
    }
  }

  @Test
  void showsItsTokenToThePlatformOnly() {
    assertThatThrownBy(() -> client.calls().at(URI.create("https://nexmo.com.evil.example")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> client.calls().at(URI.create("http://api-eu-1.nexmo.com")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(client.calls().at(sandbox.uri()).list(CallQuery.all()).count()).isZero();
    client.calls().at(URI.create("https://api-eu-1.nexmo.com"));
  }

  @ParameterizedTest
  @MethodSource("dev.switchboard.client.EveryMessage#all")
  void sendsEveryTypeOnEveryChannel(OutboundMessage message) {
    SentMessage sent = client.send(message
        .clientRef("mine")
        .timeToLive(Duration.ofMinutes(10))
        .statusesTo(Route.status("/mine")));
    String to = message.json().required("to");
    Conversation person = sandbox.conversation(message.json().required("channel"), to);
    sandbox.advance(Duration.ofSeconds(1));

    assertThat(person.transcript().toString()).contains("gets ");
    assertThat(requests("/mine"))
        .isNotEmpty()
        .allMatch(status -> status.required("message_uuid").equals(sent.messageUuid()))
        .allMatch(status -> status.required("client_ref").equals("mine"));
  }

  @Test
  void refusesAFileThatNobodyCanFetch() {
    assertThatThrownBy(() -> new Mms(PERSON, NUMBER).image("file:///etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sms(PERSON, NUMBER).text("Hi").caption("No"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void takesNothingMoreOnceClosed() {
    client.close();
    assertThatThrownBy(() -> client.calls().find("any"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  private List<Json> requests(String path) {
    return requests.getOrDefault(path, List.of());
  }

  private static ClientException refused(ThrowingCallable call) {
    return catchThrowableOfType(ClientException.class, call);
  }
}
