package dev.switchboard.webhooks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.Acl;
import dev.switchboard.webhooks.signing.ApiToken;
import dev.switchboard.webhooks.signing.SignatureSecrets;
import dev.switchboard.webhooks.signing.Verification;
import dev.switchboard.webhooks.signing.WebhookToken;
import dev.switchboard.webhooks.signing.WebhookVerifier;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every file of {@code jwt/}: a token with its secret is verified or refused, as its source says and as Nimbus says; an
 * access list is read, written and asked; the one file of claims alone belongs to a token of another file.
 *
 * <p>What cannot be verified, by name: the body behind the {@code payload_hash} of the {@code signed-webhook-messages} and
 * {@code signed-webhook-wrong-secret} tokens, since their sources print no body; and the signature of {@code
 * signed-webhook-claims}, which is no token (its claims are held against the token that it goes with).
 */
class TokenCorpusTest {
  private static Json read(Corpus corpus, String file) {
    return Json.parse(corpus.bytes(file));
  }

  private static List<String> tokens(Corpus corpus) {
    return corpus.files("jwt").stream()
        .filter(file -> read(corpus, file).has("token"))
        .toList();
  }

  @Test
  void everyTokenIsVerifiedOrRefusedAsItsSourceSays() throws ParseException, JOSEException {
    Corpus corpus = Corpus.open();
    List<String> report = new ArrayList<>();
    for (String file : tokens(corpus)) {
      Json sample = read(corpus, file);
      String token = sample.required("token");
      String secret = sample.required("signature_secret");
      boolean valid = sample.flag("expect_signature_valid").orElseThrow();
      Json claims = sample.get("claims");

      SignedJWT parsed = SignedJWT.parse(token);
      assertThat(parsed.verify(new MACVerifier(secret)))
          .as("Nimbus on %s", file)
          .isEqualTo(valid);
      assertThat(Json.of(parsed.getPayload().toJSONObject())).as(file).isEqualTo(claims);

      WebhookVerifier verifier = verifierAt(secret, claims);
      Verification alone = verifier.verify(token, Duration.ofMinutes(5));
      Verification whole = verifier.verify(request(token), Duration.ofMinutes(5));
      if (valid) {
        assertThat(alone).as(file).isEqualTo(new Verification.Accepted(new WebhookToken(claims)));
        // No source prints the body, so a right signature gets as far as the body's hash.
        assertThat(whole)
            .as(file)
            .isEqualTo(new Verification.Refused(
                claims.has("payload_hash")
                    ? Verification.Reason.WRONG_PAYLOAD_HASH
                    : Verification.Reason.NO_PAYLOAD_HASH));
      } else {
        Verification wrong = new Verification.Refused(Verification.Reason.WRONG_SIGNATURE);
        assertThat(alone).as(file).isEqualTo(wrong);
        assertThat(whole).as(file).isEqualTo(wrong);
      }
      report.add(file + (valid ? " verified" : " refused"));
    }
    System.out.println("jwt tokens, Nimbus agreeing: " + String.join(", ", report));
    assertThat(report).hasSizeGreaterThanOrEqualTo(5);
  }

  /** The other way round: what Nimbus signs with the secrets of the corpus, we verify, and with no other secret. */
  @Test
  void whatNimbusSignsOfTheseClaimsIsVerified() throws ParseException, JOSEException {
    Corpus corpus = Corpus.open();
    for (String file : tokens(corpus)) {
      Json sample = read(corpus, file);
      String secret = sample.required("signature_secret");
      Json claims = sample.get("claims");
      SignedJWT signed = new SignedJWT(
          new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build(),
          JWTClaimsSet.parse(claims.write()));
      signed.sign(new MACSigner(secret));
      assertThat(verifierAt(secret, claims).verify(signed.serialize(), Duration.ofMinutes(5)))
          .as(file)
          .isInstanceOf(Verification.Accepted.class);
      assertThat(verifierAt(secret + "x", claims).verify(signed.serialize(), Duration.ofMinutes(5)))
          .as(file)
          .isEqualTo(new Verification.Refused(Verification.Reason.WRONG_SIGNATURE));
    }
  }

  private static WebhookVerifier verifierAt(String secret, Json claims) {
    Instant issued = Instant.ofEpochSecond(claims.integer("iat").orElseThrow());
    return WebhookVerifier.of(SignatureSecrets.of(secret), Clock.fixed(issued, ZoneOffset.UTC));
  }

  private static WebhookRequest request(String token) {
    return WebhookRequest.post("/webhooks/inbound", "{}")
        .withHeader("Authorization", "Bearer " + token);
  }

  @Test
  void everyTokenIsDecodedForPeople() {
    Corpus corpus = Corpus.open();
    for (String file : tokens(corpus)) {
      Json sample = read(corpus, file);
      String token = sample.required("token");
      ApiToken decoded = ApiToken.decode(token).orElseThrow();
      assertThat(decoded.header()).as(file).isEqualTo(sample.get("header"));
      assertThat(decoded.claims()).as(file).isEqualTo(sample.get("claims"));
      assertThat(decoded.toString())
          .as("what people see of %s", file)
          .contains("iat: 20")
          .doesNotContain(token.substring(token.lastIndexOf('.') + 1));
    }
  }

  @Test
  void theClaimsOfTheDocumentationAreThoseOfItsToken() {
    Corpus corpus = Corpus.open();
    Json claims = read(corpus, "jwt/signed-webhook-claims-docs.json");
    assertThat(read(corpus, "jwt/signed-webhook-messages-ruby.json").get("claims"))
        .isEqualTo(claims);
  }

  @Test
  void everyAccessListIsReadRebuiltAndAsked() throws ParseException, JOSEException {
    Corpus corpus = Corpus.open();
    List<String> lists = corpus.files("jwt").stream()
        .filter(file -> file.contains("/acl-claim-"))
        .toList();
    for (String file : lists) {
      Json claim = read(corpus, file);
      // as it stands in a token, which is where an access list is read from
      SignedJWT token = new SignedJWT(
          new JWSHeader(JWSAlgorithm.HS256),
          JWTClaimsSet.parse(Json.object("acl", claim).write()));
      token.sign(new MACSigner("x".repeat(32)));
      Acl acl = ApiToken.decode(token.serialize()).orElseThrow().acl().orElseThrow();
      assertThat(acl.json()).as(file).isEqualTo(claim);
      Acl rebuilt = Acl.of();
      for (Map.Entry<String, Json> path : claim.get("paths").members().entrySet()) {
        List<String> methods = path.getValue().get("methods").items().stream()
            .map(method -> method.text().orElseThrow())
            .toList();
        rebuilt = methods.isEmpty()
            ? rebuilt.allow(path.getKey())
            : rebuilt.allow(path.getKey(), methods);
        String one = path.getKey().replace("/**", "/x/y").replace("*", "v1");
        assertThat(acl.allows(methods.isEmpty() ? "GET" : methods.get(0), one))
            .as("%s in %s", one, file)
            .isTrue();
        assertThat(acl.allows("GET", "/elsewhere")).isFalse();
        if (!methods.isEmpty()) {
          assertThat(acl.allows("GET", one)).isEqualTo(methods.contains("GET"));
        }
      }
      // Filters have no builder: what they mean differs with each API. They are kept as they are.
      boolean filters = claim.write().contains("filters");
      assertThat(rebuilt.json().equals(claim)).as("%s rebuilt", file).isNotEqualTo(filters);
    }
    System.out.println("jwt access lists: " + lists.size() + " read, rebuilt, asked");
    assertThat(lists.size() + tokens(corpus).size() + 1)
        .as("files of jwt/: lists, tokens, and the claims of the documentation")
        .isEqualTo(corpus.files("jwt").size());
  }
}
