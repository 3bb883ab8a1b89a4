package dev.switchboard.webhooks.fuzz;

import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.SignatureSecrets;
import dev.switchboard.webhooks.signing.Verification;
import dev.switchboard.webhooks.signing.WebhookSigner;
import dev.switchboard.webhooks.signing.WebhookVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Nothing gets past the verifier: a token of any bytes is refused, and so is a good one in which any byte is another. The
 * first byte chooses; the good token stays good.
 */
public final class VerifierFuzz {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);
  private static final String SECRET = "a signature secret of our own";
  private static final WebhookVerifier VERIFIER =
      WebhookVerifier.of(SignatureSecrets.of(SECRET), NOW);
  private static final WebhookRequest SIGNED = WebhookSigner.of(SECRET)
      .clock(NOW)
      .ids(() -> "11111111-2222-3333-4444-555555555555")
      .sign(WebhookRequest.post("/webhooks/event", "{\"status\":\"answered\"}"));
  private static final String TOKEN = SIGNED.header("Authorization").orElseThrow();

  private VerifierFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length < 2) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(data, 1, data.length);
    if (data[0] % 2 == 0) {
      String header = new String(rest, StandardCharsets.ISO_8859_1);
      PayloadFuzz.check(
          header.equals(TOKEN) || refused(SIGNED.withHeader("Authorization", header)),
          "a made-up token was accepted");
    } else {
      char[] token = TOKEN.toCharArray();
      for (int i = 0; i + 1 < rest.length; i += 2) {
        token[
                "Bearer ".length()
                    + Math.floorMod(rest[i] * 7 + i, token.length - "Bearer ".length())] ^=
            (char) (rest[i + 1] & 0x7f);
      }
      String damaged = new String(token);
      PayloadFuzz.check(
          damaged.equals(TOKEN) || refused(SIGNED.withHeader("Authorization", damaged)),
          "a damaged token was accepted");
    }
    PayloadFuzz.check(!refused(SIGNED), "the good token is refused");
  }

  private static boolean refused(WebhookRequest request) {
    return VERIFIER.verify(request, Duration.ofMinutes(5)) instanceof Verification.Refused;
  }
}
