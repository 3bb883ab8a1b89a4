package dev.switchboard.annotations;

/** Format of the messages webhooks. */
public enum MessagesVersion {
  /** Flat, with {@code channel} and {@code message_type}: {@code v1}, the platform's default. */
  V1,
  /** Nested, older: {@code v0.1}. */
  V0_1
}
