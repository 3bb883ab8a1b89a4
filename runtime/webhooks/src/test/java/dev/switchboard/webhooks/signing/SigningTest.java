package dev.switchboard.webhooks.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.Verification.Accepted;
import dev.switchboard.webhooks.signing.Verification.Reason;
import dev.switchboard.webhooks.signing.Verification.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our tokens against Nimbus, the independent oracle, and against every corruption. */
class SigningTest {
  private static final String SECRET = "a signature secret of more than thirty-two bytes";
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final WebhookRequest POST =
      WebhookRequest.post("/webhooks/event", "{\"status\":\"answered\",\"n\":1.50}");

  private final WebhookSigner signer =
      WebhookSigner.of(SECRET).clock(CLOCK).apiKey("abcd1234").applicationId("app-1");
  private final WebhookVerifier verifier = WebhookVerifier.of(SignatureSecrets.of(SECRET), CLOCK);

  @Test
  void acceptsWhatItSigned() {
    Verification verification = verifier.verify(signer.sign(POST), FRESH);

    assertThat(verification).isInstanceOfSatisfying(Accepted.class, accepted -> {
      assertThat(accepted.token().apiKey()).contains("abcd1234");
      assertThat(accepted.token().applicationId()).contains("app-1");
      assertThat(accepted.token().issuer()).contains("Vonage");
      assertThat(accepted.token().issuedAt()).contains(NOW);
    });
  }

  @Test
  void hashesTheQueryOfAGetInItsOrder() throws Exception {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("to", "447700900123");
    query.put("from", "447700900001");
    query.put("empty", "");
    WebhookRequest get = WebhookRequest.get("/webhooks/answer", query);

    String token = signer.token(get);

    String expected = sha256("{\"to\":\"447700900123\",\"from\":\"447700900001\",\"empty\":\"\"}");
    assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("payload_hash"))
        .isEqualTo(expected);
    assertThat(verifier.verify(get.withHeader("authorization", "bearer " + token), FRESH))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void nimbusAcceptsOurSignature() throws Exception {
    SignedJWT token = SignedJWT.parse(signer.token(POST));

    assertThat(token.verify(new MACVerifier(SECRET))).isTrue();
    assertThat(token.getJWTClaimsSet().getStringClaim("payload_hash"))
        .isEqualTo(sha256("{\"status\":\"answered\",\"n\":1.50}"));
  }

  @Test
  void weAcceptTheSignatureOfNimbus() throws Exception {
    SignedJWT token = new SignedJWT(
        new JWSHeader(JWSAlgorithm.HS256),
        new JWTClaimsSet.Builder()
            .issueTime(Date.from(NOW))
            .jwtID("one")
            .claim("payload_hash", sha256("{\"status\":\"answered\",\"n\":1.50}"))
            .build());
    token.sign(new MACSigner(SECRET));

    assertThat(
            verifier.verify(POST.withHeader("Authorization", "Bearer " + token.serialize()), FRESH))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void refusesEverySingleBitOfCorruption() {
    byte[] token = signer.token(POST).getBytes(StandardCharsets.US_ASCII);
    for (int bit = 0; bit < token.length * 8; bit++) {
      byte[] corrupt = token.clone();
      corrupt[bit / 8] ^= (byte) (1 << bit % 8);
      String text = new String(corrupt, StandardCharsets.ISO_8859_1);
      assertThat(verifier.verify(POST.withHeader("Authorization", "Bearer " + text), FRESH))
          .as("bit %d flipped: %s", bit, text)
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void refusesEverySingleBitOfCorruptionInTheBody() {
    byte[] body = POST.body();
    String token = signer.token(POST);
    for (int bit = 0; bit < body.length * 8; bit++) {
      byte[] corrupt = body.clone();
      corrupt[bit / 8] ^= (byte) (1 << bit % 8);
      WebhookRequest request = WebhookRequest.of(
              "POST", "/webhooks/event", "", POST.headers(), corrupt)
          .withHeader("Authorization", "Bearer " + token);
      assertThat(verifier.verify(request, FRESH)).isEqualTo(new Refused(Reason.WRONG_PAYLOAD_HASH));
    }
  }

  @Test
  void refusesEverySingleBitOfCorruptionInAQuery() {
    String query = "to=447700900000&from=447700900001&uuid=0a1b2c&conversation_uuid=CON-1";
    WebhookRequest get = WebhookRequest.get("/webhooks/answer?" + query, Map.of());
    String token = signer.token(get);
    byte[] bytes = query.getBytes(StandardCharsets.ISO_8859_1);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] corrupt = bytes.clone();
      corrupt[bit / 8] ^= (byte) (1 << bit % 8);
      WebhookRequest request = WebhookRequest.of(
              "GET",
              "/webhooks/answer",
              new String(corrupt, StandardCharsets.ISO_8859_1),
              Map.of(),
              new byte[0])
          .withHeader("Authorization", "Bearer " + token);
      assertThat(verifier.verify(request, FRESH))
          .as("bit %d flipped", bit)
          .isEqualTo(new Refused(Reason.WRONG_PAYLOAD_HASH));
    }
    assertThat(verifier.verify(get.withHeader("Authorization", "Bearer " + token), FRESH))
        .isInstanceOf(Accepted.class);
  }

  /** But for the case of its hex digits, which the platform leaves open. */
  @ParameterizedTest
  @EnumSource(SmsSignature.class)
  void refusesEverySingleBitOfCorruptionInAnSms(SmsSignature method) {
    Map<String, String> sms = new TreeMap<>(
        Map.of("msisdn", "447700900001", "text", "a&b=c", "timestamp", "" + NOW.getEpochSecond()));
    sms.put("sig", method.sign(sms, "an old secret"));
    assertThat(method.verify(sms, "an old secret", NOW)).isTrue();
    sms.forEach((name, value) -> {
      byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
      for (int bit = 0; bit < bytes.length * 8; bit++) {
        byte[] corrupt = bytes.clone();
        corrupt[bit / 8] ^= (byte) (1 << bit % 8);
        String text = new String(corrupt, StandardCharsets.ISO_8859_1);
        Map<String, String> other = new TreeMap<>(sms);
        other.put(name, text);
        boolean sameDigits = name.equals("sig") && text.equalsIgnoreCase(value);
        // The recipe itself writes & and = alike; a letter that becomes one of them does not.
        assertThat(method.verify(other, "an old secret", NOW))
            .as("bit %d of %s flipped", bit, name)
            .isEqualTo(sameDigits);
      }
    });
  }

  @Test
  void judgesAgeByIssueTime() {
    WebhookRequest signed = signer.sign(POST);

    assertThat(at(NOW.plusSeconds(300)).verify(signed, FRESH)).isInstanceOf(Accepted.class);
    assertThat(at(NOW.plusSeconds(301)).verify(signed, FRESH))
        .isEqualTo(new Refused(Reason.TOO_OLD));
    assertThat(at(NOW.minusSeconds(60)).verify(signed, FRESH)).isInstanceOf(Accepted.class);
    assertThat(at(NOW.minusSeconds(61)).verify(signed, FRESH))
        .isEqualTo(new Refused(Reason.FROM_THE_FUTURE));
    assertThat(at(NOW.plus(Duration.ofHours(24))).verify(signed, Duration.ofHours(25)))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void refusesWhatIsNotOurs() {
    assertThat(verifier.verify(POST, FRESH)).isEqualTo(new Refused(Reason.NO_TOKEN));
    assertThat(verifier.verify("a.b", FRESH)).isEqualTo(new Refused(Reason.NOT_A_TOKEN));
    assertThat(verifier.verify("e30.e30.", FRESH)).isEqualTo(new Refused(Reason.OTHER_ALGORITHM));
    assertThat(WebhookVerifier.of(SignatureSecrets.of("another"), CLOCK)
            .verify(signer.sign(POST), FRESH))
        .isEqualTo(new Refused(Reason.WRONG_SIGNATURE));
    assertThat(verifier.verify(signer.sign(Json.object("iat", NOW.getEpochSecond())), FRESH))
        .isInstanceOf(Accepted.class);
    assertThat(verifier.verify(
            POST.withHeader(
                "Authorization", "Bearer " + signer.sign(Json.object("iat", NOW.getEpochSecond()))),
            FRESH))
        .isEqualTo(new Refused(Reason.NO_PAYLOAD_HASH));
    assertThat(verifier.verify(signer.sign(Json.object("jti", "x")), FRESH))
        .isEqualTo(new Refused(Reason.NO_TIME));
  }

  @Test
  void theAccountSelectsTheSecretAndShortOnesWork() {
    SignatureSecrets secrets =
        SignatureSecrets.none().and("abcd1234", "old").and("abcd1234", "tiny").and("other", SECRET);
    WebhookVerifier both = WebhookVerifier.of(secrets, CLOCK);

    assertThat(
            both.verify(WebhookSigner.of("tiny").clock(CLOCK).apiKey("abcd1234").sign(POST), FRESH))
        .isInstanceOf(Accepted.class);
    assertThat(
            both.verify(WebhookSigner.of(SECRET).clock(CLOCK).apiKey("abcd1234").sign(POST), FRESH))
        .isEqualTo(new Refused(Reason.WRONG_SIGNATURE));
    assertThat(
            both.verify(WebhookSigner.of(SECRET).clock(CLOCK).apiKey("nobody").sign(POST), FRESH))
        .isEqualTo(new Refused(Reason.UNKNOWN_ACCOUNT));
    assertThat(secrets.toString()).doesNotContain("tiny").contains("3 signature secrets");
  }

  @Test
  void apiTokensSatisfyNimbusAndAreCached() throws Exception {
    KeyPair keys = RsaKeys.generate();
    ApiTokens tokens = ApiTokens.of("app-1", keys.getPrivate()).clock(CLOCK);

    SignedJWT token = SignedJWT.parse(tokens.token());

    assertThat(token.verify(new RSASSAVerifier((RSAPublicKey) keys.getPublic())))
        .isTrue();
    assertThat(token.getJWTClaimsSet().getStringClaim("application_id")).isEqualTo("app-1");
    assertThat(token.getJWTClaimsSet().getIssueTime()).isEqualTo(Date.from(NOW));
    assertThat(token.getJWTClaimsSet().getJWTID()).isNotBlank();
    assertThat(tokens.token()).isEqualTo(token.serialize());
    assertThat(ApiToken.decode(token.serialize())
            .orElseThrow()
            .refusal(keys.getPublic(), NOW, Duration.ofSeconds(60)))
        .isEmpty();
    assertThat(ApiToken.decode(token.serialize())
            .orElseThrow()
            .refusal(RsaKeys.generate().getPublic(), NOW, Duration.ofSeconds(60)))
        .isPresent();
    assertThat(tokens.toString()).doesNotContain("PRIVATE");
  }

  @Test
  void keysGoToFilesThatOnlyTheirOwnerReads(@TempDir Path folder) throws Exception {
    KeyPair keys = RsaKeys.generate();
    Path file = folder.resolve("private.key");

    RsaKeys.write(file, keys.getPrivate());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(RsaKeys.readPrivateKey(file)).isEqualTo(keys.getPrivate());
    assertThat(RsaKeys.publicKey(keys.getPrivate())).isEqualTo(keys.getPublic());
    assertThat(RsaKeys.publicKey(RsaKeys.pem(keys.getPublic()))).isEqualTo(keys.getPublic());
    assertThatThrownBy(() -> RsaKeys.write(file, keys.getPrivate()))
        .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);
    assertThatThrownBy(() -> RsaKeys.privateKey("nonsense"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("nonsense");
  }

  @Test
  void claimsThatAreNoTimeDoNoHarm() {
    for (Object odd :
        new Object[] {1e18, new java.math.BigDecimal("1e400"), -5, "soon", Long.MAX_VALUE}) {
      String token = signer.sign(Json.object("iat", odd, "exp", odd, "nbf", odd));
      ApiToken decoded = ApiToken.decode(token).orElseThrow();
      assertThat(decoded.toString()).contains("exp: not a time");
      assertThat(verifier.verify(token, FRESH)).isInstanceOf(Refused.class);
    }
  }

  private static WebhookVerifier at(Instant time) {
    return WebhookVerifier.of(SignatureSecrets.of(SECRET), Clock.fixed(time, ZoneOffset.UTC));
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
