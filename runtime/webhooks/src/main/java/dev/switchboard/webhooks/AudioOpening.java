package dev.switchboard.webhooks;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server does with a request to open a websocket: refuse it with an answer, or open it for a session. */
public final class AudioOpening {
  private final @Nullable WebhookResponse refusal;
  private final @Nullable AudioSession session;

  private AudioOpening(@Nullable WebhookResponse refusal, @Nullable AudioSession session) {
    this.refusal = refusal;
    this.session = session;
  }

  static AudioOpening refused(WebhookResponse response) {
    return new AudioOpening(response, null);
  }

  static AudioOpening of(AudioSession session) {
    return new AudioOpening(null, session);
  }

  /** The answer to send in place of a websocket. */
  public Optional<WebhookResponse> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** What the websocket is for; empty where it is refused. */
  public Optional<AudioSession> session() {
    return Optional.ofNullable(session);
  }
}
