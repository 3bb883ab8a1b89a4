package dev.switchboard.benchmarks;

import com.vonage.jwt.Jwt;
import dev.switchboard.webhooks.WebhookRequest;
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
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Every work and who does it: the name is the work, then the contestant. {@code LIMIT} is the lower bound of a work, {@code
 * FLOOR} what lies below that.
 */
public enum Contestant {
  EVENT_SWITCHBOARD(() -> () -> Served.event(Bodies.EVENT)),
  EVENT_LIMIT(() -> () -> CoreStrings.event(Bodies.EVENT)),
  EVENT_AVAJE(() -> () -> Avaje.event(Bodies.EVENT)),
  EVENT_SDK(() -> () -> Sdk.event(Bodies.EVENT)),

  INBOUND_SWITCHBOARD(() -> () -> Served.inbound(Bodies.INBOUND)),
  INBOUND_LIMIT(() -> () -> CoreStrings.inbound(Bodies.INBOUND)),
  INBOUND_AVAJE(() -> () -> Avaje.inbound(Bodies.INBOUND)),
  INBOUND_SDK(() -> () -> Sdk.inbound(Bodies.INBOUND)),

  /** From the request to the answer's status, unsigned. */
  DISPATCH_SWITCHBOARD(() -> {
    Webhooks engine = Served.unsigned();
    return () -> Served.serve(engine, request());
  }),
  DISPATCH_LIMIT(() -> () -> HandDispatch.handle("/webhooks/event", Bodies.EVENT)),
  DISPATCH_SDK(() -> () -> Sdk.event(Bodies.EVENT).id().isEmpty() ? 400 : 204),

  /** The same with its signature checked. */
  SERVE_SWITCHBOARD(() -> {
    WebhookRequest signed = signed();
    Webhooks engine = Served.signed(Constants.SECRET);
    return () -> Served.serve(engine, signed);
  }),
  SERVE_LIMIT(() -> {
    String token = token();
    HandVerify verifier = new HandVerify(Constants.SECRET);
    return () -> verifier.verify(token, Bodies.EVENT)
        ? HandDispatch.handle("/webhooks/event", Bodies.EVENT)
        : 401;
  }),
  SERVE_SDK(() -> {
    String token = token();
    return () -> Sdk.verify(token, Constants.SECRET, Bodies.EVENT)
            && !Sdk.event(Bodies.EVENT).id().isEmpty()
        ? 204
        : 401;
  }),

  NCCO_SWITCHBOARD(() -> () -> Served.write(Constants.CALLER)),
  NCCO_LIMIT(() -> () -> CoreNcco.write(Constants.CALLER)),
  NCCO_SDK(() -> () -> Sdk.ncco(Constants.CALLER)),

  CONSTANT_SWITCHBOARD(() -> Served::writeConstant),
  CONSTANT_LIMIT(() -> () -> HeadAndTail.write(Constants.CALLER)),
  CONSTANT_FLOOR(() -> ConstantBytes::write),

  VERIFY_SWITCHBOARD(() -> verifying(signed())),
  VERIFY_LIMIT(() -> {
    String token = token();
    HandVerify verifier = new HandVerify(Constants.SECRET);
    return () -> verifier.verify(token, Bodies.EVENT);
  }),
  VERIFY_FLOOR(() -> {
    String token = token();
    byte[] signed = token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    RawDigests digests = new RawDigests(Constants.SECRET);
    return () -> digests.digest(signed, Bodies.EVENT);
  }),
  VERIFY_SDK(() -> {
    String token = token();
    return () -> Sdk.verify(token, Constants.SECRET, Bodies.EVENT);
  }),

  MINT_SWITCHBOARD(
      () -> () -> ApiTokens.of(Constants.APPLICATION, Keys.PAIR.getPrivate()).token()),
  MINT_LIMIT(() -> {
    RawRsa raw = new RawRsa(Keys.PAIR.getPrivate());
    return raw::sign;
  }),
  MINT_SDK(() -> {
    Jwt jwt = Jwt.builder()
        .applicationId(Constants.APPLICATION)
        .privateKeyContents(RsaKeys.pem(Keys.PAIR.getPrivate()))
        .build();
    return jwt::generate;
  }),

  /** A token that was minted before. */
  CACHED_SWITCHBOARD(() -> {
    ApiTokens tokens = ApiTokens.of(Constants.APPLICATION, Keys.PAIR.getPrivate());
    return tokens::token;
  }),
  CACHED_LIMIT(() -> {
    RawRsa raw = new RawRsa(Keys.PAIR.getPrivate());
    return raw::sign;
  });

  private final Supplier<Callable<Object>> preparing;

  Contestant(Supplier<Callable<Object>> preparing) {
    this.preparing = preparing;
  }

  /** One call of the work; what a process makes once is made here. */
  Callable<Object> prepare() {
    return preparing.get();
  }

  /** The work, such as {@code event}. */
  String work() {
    return part(0);
  }

  /** Who does it, such as {@code switchboard}. */
  String who() {
    return part(1);
  }

  private String part(int index) {
    return name().split("_")[index].toLowerCase(Locale.ROOT);
  }

  /** A check of a request by our verifier. */
  static Callable<Object> verifying(WebhookRequest request) {
    WebhookVerifier verifier =
        WebhookVerifier.of(SignatureSecrets.of(Constants.SECRET), Clock.systemUTC());
    return () -> verifier.verify(request, Duration.ofDays(1)) instanceof Verification.Accepted;
  }

  static WebhookRequest signed() {
    return WebhookSigner.of(Constants.SECRET).sign(request());
  }

  static String token() {
    return signed().header("Authorization").orElseThrow().substring("Bearer ".length());
  }

  private static WebhookRequest request() {
    return WebhookRequest.of("POST", "/webhooks/event", "", Bodies.HEADERS, Bodies.EVENT);
  }

  static final class Constants {
    static final String SECRET = "a signature secret long enough for every library here";
    static final String CALLER = "447700900000";
    static final String APPLICATION = "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab";

    private Constants() {}
  }

  /** Made only where it is needed: finding the primes takes long. */
  static final class Keys {
    static final KeyPair PAIR = RsaKeys.generate();

    private Keys() {}
  }
}
