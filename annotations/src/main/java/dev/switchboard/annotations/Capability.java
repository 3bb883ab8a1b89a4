package dev.switchboard.annotations;

/** A capability whose webhook shares its annotation with another one. */
public enum Capability {
  /** Told by the parameter, or the only one there is. */
  UNSET,
  /** {@link VoiceApp}. */
  VOICE,
  /** {@link RtcApp}. */
  RTC,
  /** {@link MessagesApp}. */
  MESSAGES,
  /** {@link VerifyApp}. */
  VERIFY
}
