package dev.switchboard.processor.trees;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that an NCCO builder takes within bounds. The runtime has the same table for NCCOs of any origin and refuses what lies outside;
 * a test holds the two together.
 *
 * @param option as the NCCO calls it
 * @param min the smallest, included
 * @param max the largest, included; null where there is none
 * @param whole whether fractions are refused as well
 * @param unit in words, empty for a plain number
 */
record Limit(String option, BigDecimal min, @Nullable BigDecimal max, boolean whole, String unit) {

  /** By the class that declares the builder method, without package and outer class, and the method. */
  static final Map<String, Limit> OF = Map.ofEntries(
      Map.entry("Ncco.talk", whole("talk.text", "1", "1500", "characters")),
      Map.entry("TalkAction.style", whole("talk.style", "0", null, "")),
      Map.entry("TalkAction.loop", whole("loop", "0", null, "")),
      Map.entry("TalkAction.level", any("level", "-1", "1", "")),
      Map.entry("StreamAction.loop", whole("loop", "0", null, "")),
      Map.entry("StreamAction.level", any("level", "-1", "1", "")),
      Map.entry("Start.digits", whole("dtmf.maxDigits", "1", "20", "")),
      Map.entry("Dtmf.maxDigits", whole("dtmf.maxDigits", "1", "20", "")),
      Map.entry("Dtmf.timeOut", whole("dtmf.timeOut", "0", "10", "seconds")),
      Map.entry("Speech.endOnSilence", any("speech.endOnSilence", "0.4", "10", "seconds")),
      Map.entry("Speech.startTimeout", whole("speech.startTimeout", "1", "60", "seconds")),
      Map.entry("Speech.maxDuration", whole("speech.maxDuration", "1", "60", "seconds")),
      Map.entry("Speech.sensitivity", whole("speech.sensitivity", "10", "100", "")),
      Map.entry("RecordAction.splitChannels", whole("record.channels", "1", "32", "")),
      Map.entry("RecordAction.endOnSilence", whole("record.endOnSilence", "3", "10", "seconds")),
      Map.entry("RecordAction.timeOut", whole("record.timeOut", "3", "7200", "seconds")),
      Map.entry("ConnectAction.timeout", whole("connect.timeout", "3", "7200", "seconds")),
      Map.entry("ConnectAction.limit", whole("connect.limit", "1", "7200", "seconds")),
      Map.entry(
          "AdvancedMachineDetection.beepTimeout",
          whole("advancedMachineDetection.beep_timeout", "45", "120", "seconds")),
      Map.entry("Ncco.waitFor", any("wait.timeout", "0.1", "7200", "seconds")));

  static Optional<Limit> of(String type, String method) {
    return Optional.ofNullable(OF.get(type + "." + method));
  }

  boolean allows(BigDecimal number) {
    return number.compareTo(min) >= 0
        && (max == null || number.compareTo(max) <= 0)
        && !(whole && number.stripTrailingZeros().scale() > 0);
  }

  /** Such as {@code 3 to 7200 whole seconds}. */
  String words() {
    String numbers = max == null ? min + " or more" : min + " to " + max;
    return numbers
        + (whole && unit.equals("seconds") ? " whole" : "")
        + (unit.isEmpty() ? "" : " " + unit);
  }

  private static Limit whole(String option, String min, @Nullable String max, String unit) {
    return new Limit(option, new BigDecimal(min), upper(max), true, unit);
  }

  private static Limit any(String option, String min, String max, String unit) {
    return new Limit(option, new BigDecimal(min), upper(max), false, unit);
  }

  private static @Nullable BigDecimal upper(@Nullable String max) {
    return max == null ? null : new BigDecimal(max);
  }
}
