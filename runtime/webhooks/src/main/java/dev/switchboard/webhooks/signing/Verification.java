package dev.switchboard.webhooks.signing;

/** What came of checking a signed webhook. */
public sealed interface Verification permits Verification.Accepted, Verification.Refused {
  /**
   * Signed by the platform, fresh, and about this very payload.
   *
   * @param token its claims
   */
  record Accepted(WebhookToken token) implements Verification {}

  /**
   * Not to be trusted.
   *
   * @param reason why
   */
  record Refused(Reason reason) implements Verification {}

  /** Why a webhook is refused. */
  enum Reason {
    /** There is no token: the application has signed callbacks off, or somebody else called. */
    NO_TOKEN("The request carries no token."),
    /** It is not three parts of base64url with JSON in the first two. */
    NOT_A_TOKEN("The token cannot be read."),
    /** The platform signs with HS256 only, so nothing else is accepted, {@code none} least of all. */
    OTHER_ALGORITHM("The token is not signed with HS256."),
    /** The token names an account for which there is no secret. */
    UNKNOWN_ACCOUNT("There is no signature secret for the token's account."),
    /** Signed with another secret, or changed on the way. */
    WRONG_SIGNATURE("The signature is wrong."),
    /** The token does not say when it was issued. */
    NO_TIME("The token does not say when it was issued."),
    /** Older than such a webhook can be. */
    TOO_OLD("The token is too old."),
    /** Issued in the future: one of the two clocks is wrong. */
    FROM_THE_FUTURE("The token was issued in the future; check this machine's clock."),
    /** The token does not say which payload it is for. */
    NO_PAYLOAD_HASH("The token does not say which payload it signs."),
    /** The token belongs to another payload, or the payload was changed on the way, by a proxy for instance. */
    WRONG_PAYLOAD_HASH("The token belongs to another payload.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /** The same in a sentence, which holds nothing of the request. */
    public String sentence() {
      return sentence;
    }
  }
}
