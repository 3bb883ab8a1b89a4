package dev.switchboard.processor.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The capabilities of the Application API, in the order of the manifest. */
public enum CapabilityKind {
  /** Calls. */
  VOICE("voice", "VoiceApp"),
  /** Messages. */
  MESSAGES("messages", "MessagesApp"),
  /** Client SDK. */
  RTC("rtc", "RtcApp"),
  /** Business Cloud. */
  VBC("vbc", "VbcApp"),
  /** Verify v2. */
  VERIFY("verify", "VerifyApp"),
  /** Network APIs. */
  NETWORK("network_apis", "NetworkApp"),
  /** Video. */
  VIDEO("video", "VideoApp");

  private static final List<CapabilityKind> ALL = List.of(values());

  private final String wireName;
  private final String annotation;

  CapabilityKind(String wireName, String annotation) {
    this.wireName = wireName;
    this.annotation = annotation;
  }

  /** Its key in the API. */
  public String wireName() {
    return wireName;
  }

  /** Simple name of the annotation that switches it on. */
  public String annotation() {
    return annotation;
  }

  /** As a person says it. */
  public String spoken() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The capability that an annotation switches on. */
  public static Optional<CapabilityKind> switchedOnBy(String annotation) {
    for (CapabilityKind kind : ALL) {
      if (kind.annotation.equals(annotation)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
