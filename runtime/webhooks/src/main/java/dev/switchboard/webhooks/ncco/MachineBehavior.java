package dev.switchboard.webhooks.ncco;

import java.util.Locale;

/** What the platform does when a machine answers. It tells the event URL in either case. */
public enum MachineBehavior {
  /** The NCCO goes on. */
  CONTINUE,
  /** The leg ends. */
  HANGUP;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** As an NCCO says it. */
  public String wireName() {
    return wireName;
  }
}
