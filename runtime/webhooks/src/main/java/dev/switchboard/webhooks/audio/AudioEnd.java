package dev.switchboard.webhooks.audio;

/**
 * How a websocket ended.
 *
 * @param code of RFC 6455: 1000 for a hang-up, 1006 for a connection that broke
 * @param reason what the other side said; often empty
 */
public record AudioEnd(int code, String reason) {
  /** Nobody has said goodbye. */
  public static final int BROKEN = 1006;

  /** Whether the other side has hung up in good order. */
  public boolean isNormal() {
    return code == 1000;
  }
}
