package dev.switchboard.benchmarks;

import static dev.switchboard.webhooks.ncco.Ncco.connect;
import static dev.switchboard.webhooks.ncco.Ncco.phone;
import static dev.switchboard.webhooks.ncco.Ncco.stream;
import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.vonage.client.messages.InboundMessage;
import com.vonage.client.voice.EventWebhook;
import com.vonage.client.voice.ncco.ConnectAction;
import com.vonage.client.voice.ncco.PhoneEndpoint;
import com.vonage.client.voice.ncco.StreamAction;
import com.vonage.client.voice.ncco.TalkAction;
import com.vonage.jwt.Jwt;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.signing.ApiTokens;
import dev.switchboard.webhooks.signing.RsaKeys;
import dev.switchboard.webhooks.signing.SignatureSecrets;
import dev.switchboard.webhooks.signing.Verification;
import dev.switchboard.webhooks.signing.WebhookSigner;
import dev.switchboard.webhooks.signing.WebhookVerifier;
import dev.switchboard.webhooks.voice.CallEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One method for each contestant; the first word of its name is the work, the second who does it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(NANOSECONDS)
@State(Scope.Thread)
public class ServingBenchmark {
  private static final String SECRET = "a signature secret long enough for every library here";

  private static final URI BASE = URI.create("https://example.com");

  private final String caller = "447700900000";
  private final KeyPair keys = RsaKeys.generate();
  private final String pem = RsaKeys.pem(keys.getPrivate());
  private final WebhookRequest signed = WebhookSigner.of(SECRET)
      .sign(
          WebhookRequest.post("/webhooks/event", new String(Bodies.EVENT, StandardCharsets.UTF_8)));
  private final String token =
      signed.header("Authorization").orElseThrow().substring("Bearer ".length());
  private final byte[] signedText =
      token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
  private final WebhookVerifier verifier =
      WebhookVerifier.of(SignatureSecrets.of(SECRET), Clock.systemUTC());
  private final HandVerify byHand = new HandVerify(SECRET);
  private final HandSign raw = new HandSign(keys.getPrivate());
  private final ApiTokens tokens =
      ApiTokens.of("aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab", keys.getPrivate());
  private final Jwt sdkJwt = Jwt.builder()
      .applicationId("aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab")
      .privateKeyContents(pem)
      .build();

  @Benchmark
  public void event_switchboard(Blackhole out) {
    CallEvent.Completed event = (CallEvent.Completed) VoiceEvent.of(Json.parse(Bodies.EVENT));
    out.consume(event.uuid());
    out.consume(event.from());
    out.consume(event.to());
    out.consume(event.status());
  }

  @Benchmark
  public Object event_avaje() {
    return Avaje.EVENT.fromJson(Bodies.EVENT);
  }

  @Benchmark
  public Object event_limit() {
    return CoreStrings.read(Bodies.EVENT);
  }

  @Benchmark
  public Object event_sdk() {
    return EventWebhook.fromJson(new String(Bodies.EVENT, StandardCharsets.UTF_8));
  }

  @Benchmark
  public void inbound_switchboard(Blackhole out) {
    var message = dev.switchboard.webhooks.messages.InboundMessage.of(Json.parse(Bodies.INBOUND));
    out.consume(message.messageUuid());
    out.consume(message.from());
    out.consume(message.content());
  }

  @Benchmark
  public Object inbound_avaje() {
    return Avaje.INBOUND.fromJson(Bodies.INBOUND);
  }

  @Benchmark
  public Object inbound_limit() {
    return CoreStrings.read(Bodies.INBOUND);
  }

  @Benchmark
  public Object inbound_sdk() {
    return InboundMessage.fromJson(new String(Bodies.INBOUND, StandardCharsets.UTF_8));
  }

  @Benchmark
  public Object verify_switchboard() {
    Verification verification = verifier.verify(signed, Duration.ofDays(1));
    if (verification instanceof Verification.Refused) {
      throw new IllegalStateException("refused");
    }
    return verification;
  }

  @Benchmark
  public boolean verify_limit() {
    if (!byHand.verify(token, Bodies.EVENT)) {
      throw new IllegalStateException("refused");
    }
    return true;
  }

  @Benchmark
  public byte[] verify_floor() {
    return byHand.primitives(signedText, Bodies.EVENT);
  }

  /** Checks the signature alone: the official SDK knows no payload hash. */
  @Benchmark
  public boolean verify_sdk() {
    return Jwt.verifySignature(token, SECRET);
  }

  @Benchmark
  public String mint_switchboard_cached() {
    return tokens.token();
  }

  @Benchmark
  public String mint_switchboard() {
    return ApiTokens.of("aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab", keys.getPrivate())
        .token();
  }

  @Benchmark
  public byte[] mint_limit() {
    return raw.sign();
  }

  @Benchmark
  public String mint_sdk() {
    return sdkJwt.generate();
  }

  /** Three actions, the first with a text of this call, written for a base URL. */
  @Benchmark
  public byte[] ncco_switchboard() {
    return Ncco.of(
            talk("Hello " + caller + "."),
            stream("https://example.com/music.mp3"),
            connect(phone("447700900001")))
        .writeBytes(BASE);
  }

  @Benchmark
  public byte[] ncco_limit() {
    return CoreNcco.write(caller);
  }

  @Benchmark
  public String ncco_sdk() {
    return new com.vonage.client.voice.ncco.Ncco(
            TalkAction.builder("Hello " + caller + ".").build(),
            StreamAction.builder("https://example.com/music.mp3").build(),
            ConnectAction.builder(PhoneEndpoint.builder("447700900001").build()).build())
        .toJson();
  }
}
