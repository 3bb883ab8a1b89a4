package dev.switchboard.sandbox.replay;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;

/**
 * A webhook that was sent again.
 *
 * @param recorded as it came first
 * @param status of the answer now; 0 where there was none
 * @param answer its body; why there was none, where the status is 0
 */
public record Replayed(Recorded recorded, int status, String answer) {
  /** Whether the app answered as it did then: the same status and, apart from how JSON is written, the same body. */
  public boolean isSame() {
    return status == recorded.status() && sameBody();
  }

  private boolean sameBody() {
    String now = Recorded.withoutSecrets(answer);
    try {
      return Json.parse(now).equals(Json.parse(recorded.answer()));
    } catch (JsonException noJson) {
      return now.equals(recorded.answer());
    }
  }

  /** One line: what was sent and what came of it; with a difference, two more. */
  @Override
  public String toString() {
    String line = recorded.method() + " " + recorded.path() + "  "
        + (status == 0 ? "no answer: " + answer : Integer.toString(status));
    return isSame()
        ? line
        : line + "\n    then " + recorded.status() + " " + recorded.answer() + "\n    now  "
            + status + " " + Recorded.withoutSecrets(answer);
  }
}
