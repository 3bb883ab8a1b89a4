package dev.switchboard.benchmarks;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.vonage.client.messages.InboundMessage;
import com.vonage.client.voice.EventWebhook;
import com.vonage.client.voice.ncco.ConnectAction;
import com.vonage.client.voice.ncco.PhoneEndpoint;
import com.vonage.client.voice.ncco.StreamAction;
import com.vonage.client.voice.ncco.TalkAction;
import com.vonage.jwt.Jwt;
import dev.switchboard.webhooks.ReplayGuard;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.Webhooks;
import dev.switchboard.webhooks.signing.ApiTokens;
import dev.switchboard.webhooks.signing.RsaKeys;
import dev.switchboard.webhooks.signing.SignatureSecrets;
import dev.switchboard.webhooks.signing.Verification;
import dev.switchboard.webhooks.signing.WebhookSigner;
import dev.switchboard.webhooks.signing.WebhookVerifier;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One method for each contestant; the first word of its name is the work, the second who does it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(NANOSECONDS)
@State(Scope.Thread)
public class ServingBenchmark {
  private static final String SECRET = "a signature secret long enough for every library here";

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
  private final Webhooks engine = Webhooks.of(
      WebhookSettings.of(Served.BASE).secret(SECRET).replayGuard(new NoGuard()), new Served());
  private final RawDigests digests = new RawDigests(SECRET);
  private final HandSign raw = new HandSign(keys.getPrivate());
  private final ApiTokens tokens =
      ApiTokens.of("aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab", keys.getPrivate());
  private final Jwt sdkJwt = Jwt.builder()
      .applicationId("aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab")
      .privateKeyContents(pem)
      .build();

  /** JMH serves one request over and over, which a guard would answer without serving it. */
  private static final class NoGuard implements ReplayGuard {
    @Override
    public boolean isUsed(String tokenId) {
      return false;
    }

    @Override
    public void use(String tokenId, Duration keep) {
      // forgotten at once
    }
  }

  @Setup
  public void quiet() {
    java.util.logging.Logger.getLogger(Webhooks.class.getName())
        .setLevel(java.util.logging.Level.WARNING);
  }

  @Benchmark
  public int event_switchboard() {
    return Served.event(Bodies.EVENT);
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
  public int inbound_switchboard() {
    return Served.inbound(Bodies.INBOUND);
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
  public int verify_floor() {
    return digests.digest(signedText, Bodies.EVENT);
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

  @Benchmark
  public byte[] ncco_switchboard() {
    return Served.write(caller);
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

  /** The same NCCO as a value that the app keeps; its limit varies in one place and has the rest ready. */
  @Benchmark
  public byte[] constant_switchboard() {
    return Served.writeConstant();
  }

  @Benchmark
  public byte[] constant_limit() {
    return HeadAndTail.write(caller);
  }

  @Benchmark
  public byte[] constant_floor() {
    return ConstantBytes.write();
  }

  /** A signed event from the request to the answer: verified, parsed, dispatched, acknowledged, logged to nobody. */
  @Benchmark
  public Object serve_switchboard() {
    return engine.handle(signed);
  }

  @Benchmark
  public Object serve_limit() {
    if (!byHand.verify(token, Bodies.EVENT)) {
      throw new IllegalStateException("refused");
    }
    return CoreStrings.read(Bodies.EVENT);
  }
}
