package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.util.Map;

/** Checks what one action says, whatever stands around it. */
final class ActionChecks {
  private static final OptionTable TRANSCRIPTION = reporting(new OptionTable("transcription"))
      .option("language", Shapes::text)
      .option("sentimentAnalysis", Shapes::flag);

  private static final OptionTable DTMF = new OptionTable("dtmf")
      .option("timeOut", Shapes.number(Range.DTMF_TIME_OUT))
      .option("maxDigits", Shapes.number(Range.DTMF_MAX_DIGITS))
      .option("submitOnHash", Shapes::flag);

  private static final OptionTable SPEECH = new OptionTable("speech")
      .option("uuid", Shapes.texts(Shapes::text))
      .option("endOnSilence", Shapes.number(Range.SPEECH_END_ON_SILENCE))
      .option("language", Shapes::text)
      .option("context", Shapes.texts(Shapes::text))
      .option("startTimeout", Shapes.number(Range.SPEECH_START_TIMEOUT))
      .option("maxDuration", Shapes.number(Range.SPEECH_MAX_DURATION))
      .option("saveAudio", Shapes::flag)
      .option("sensitivity", Shapes.number(Range.SPEECH_SENSITIVITY));

  private static final OptionTable DETECTION = new OptionTable("advancedMachineDetection")
      .option("behavior", Shapes.oneOf("continue", "hangup"))
      .option("mode", Shapes.oneOf("default", "detect", "detect_beep"))
      .option("beep_timeout", Shapes.number(Range.BEEP_TIMEOUT));

  private static final OptionTable INPUT = reporting(action("input"))
      .option("type", Shapes.texts(Shapes.oneOf("dtmf", "speech")))
      .option("dtmf", Shapes.object(DTMF))
      .option("speech", Shapes.object(SPEECH))
      .option("mode", Shapes.oneOf("synchronous", "asynchronous"))
      .option("timeOut", Shapes.obsolete("Write type: [\"dtmf\"] and dtmf: {timeOut}."))
      .option("maxDigits", Shapes.obsolete("Write type: [\"dtmf\"] and dtmf: {maxDigits}."))
      .option("submitOnHash", Shapes.obsolete("Write type: [\"dtmf\"] and dtmf: {submitOnHash}."));

  private static final Map<String, OptionTable> ACTIONS = Map.of(
      "talk",
      prompt("talk")
          .required("text", ActionChecks::spoken)
          .option("language", Shapes::text)
          .option("style", Shapes.number(Range.STYLE))
          .option("premium", Shapes::flag)
          .option("voiceName", Shapes.obsolete("Set language and style.")),
      "stream",
      prompt("stream").required("streamUrl", Shapes::streamUrl),
      "input",
      INPUT,
      "record",
      reporting(action("record"))
          .option("format", Shapes.oneOf("mp3", "wav", "ogg"))
          .option("split", Shapes.oneOf("conversation"))
          .option("channels", Shapes.number(Range.RECORD_CHANNELS))
          .option("endOnSilence", Shapes.number(Range.RECORD_END_ON_SILENCE))
          .option(
              "endOnKey",
              Shapes.matching(
                  key -> key.length() == 1 && "0123456789*#".contains(key),
                  "one of 0 to 9, * and #"))
          .option("timeOut", Shapes.number(Range.RECORD_TIME_OUT))
          .option("beepStart", Shapes::flag)
          .option("transcription", Shapes.object(TRANSCRIPTION)),
      "conversation",
      legs(reporting(action("conversation")))
          .required("name", Shapes::filled)
          .option("musicOnHoldUrl", Shapes::urlOrUrls)
          .option("startOnEnter", Shapes::flag)
          .option("endOnExit", Shapes::flag)
          .option("record", Shapes::flag)
          .option("transcription", Shapes.object(TRANSCRIPTION)),
      "connect",
      reporting(action("connect"))
          .required("endpoint", EndpointChecks::check)
          .option("from", Shapes::text)
          .option("randomFromNumber", Shapes::flag)
          .option("eventType", Shapes.oneOf("synchronous"))
          .option("timeout", Shapes.number(Range.CONNECT_TIMEOUT))
          .option("limit", Shapes.number(Range.CONNECT_LIMIT))
          .option("machineDetection", Shapes.oneOf("continue", "hangup"))
          .option("advancedMachineDetection", Shapes.object(DETECTION))
          .option("ringbackTone", Shapes::webUrl),
      "notify",
      reporting(action("notify"))
          .required("payload", Shapes::object)
          .required("eventUrl", Shapes::eventUrl),
      "wait",
      action("wait").option("timeout", Shapes.number(Range.WAIT_TIMEOUT)),
      "transfer",
      legs(action("transfer")).required("conversationId", Shapes::filled));

  private ActionChecks() {}

  /** Whether there is such an action; {@code pay} there was. */
  static boolean isKnown(String name) {
    return ACTIONS.containsKey(name);
  }

  static void check(String name, Json action, String pointer, Findings findings) {
    OptionTable options = ACTIONS.get(name);
    if (options == null) {
      throw new IllegalArgumentException("no action " + name);
    }
    options.check(action, pointer, findings);
    switch (name) {
      case "input" -> input(action, pointer, findings);
      case "record" -> record(action, pointer, findings);
      case "conversation" -> {
        conversation(action, pointer, findings);
        muted(action, pointer, findings);
      }
      case "transfer" -> muted(action, pointer, findings);
      case "connect" -> connect(action, pointer, findings);
      default -> {
        // its options are independent of each other
      }
    }
  }

  private static void spoken(Json value, String pointer, Findings findings) {
    Shapes.text(value, pointer, findings);
    String text = value.text().orElse(null);
    if (text == null) {
      return;
    }
    int length = Ssml.spokenLength(text);
    if (length == 0) {
      findings.error(Rule.TALK_TEXT, pointer, "There is nothing to say.", "Give a text.");
    } else if (length > 1500) {
      findings.error(
          Rule.TEXT_TOO_LONG,
          pointer,
          "The text has " + length + " characters, and the platform takes 1500.",
          "Write two talks.");
    }
  }

  private static void input(Json input, String pointer, Findings findings) {
    if (!input.has("type")) {
      untyped(input, pointer, findings);
    } else if (input.get("type").isArray() && input.get("type").items().isEmpty()) {
      findings.error(
          Rule.VALUE,
          pointer + "/type",
          "It listens to nothing.",
          "Give [\"dtmf\"], [\"speech\"] or both.");
    }
    if (isAsynchronous(input) && input.has("dtmf")) {
      findings.error(
          Rule.ASYNCHRONOUS_WITHOUT_DTMF,
          pointer + "/dtmf",
          "An asynchronous input sends every key by itself and takes no settings for keys.",
          "Leave out dtmf, or mode.");
    }
  }

  /** The form of old had no type, and its settings, if any, on the action itself. */
  private static void untyped(Json input, String pointer, Findings findings) {
    String remedy = "Give type: [\"dtmf\"], [\"speech\"] or both.";
    if (input.has("dtmf") || input.has("speech")) {
      findings.error(Rule.REQUIRED, pointer, "The option type of input is missing.", remedy);
    } else if (InputAction.FLAT.stream().noneMatch(input::has)) {
      findings.warning(
          Rule.OBSOLETE, pointer, "The platform has replaced inputs without a type.", remedy);
    }
  }

  static boolean isAsynchronous(Json input) {
    return input.text("mode").orElse("").equals("asynchronous");
  }

  private static void record(Json record, String pointer, Findings findings) {
    boolean many = record.integer("channels").filter(channels -> channels > 1).isPresent();
    if (many && !record.text("split").orElse("").equals("conversation")) {
      findings.error(
          Rule.CHANNELS_NEED_SPLIT,
          pointer + "/channels",
          "More than one channel needs split: conversation.",
          "Set split, or leave out channels.");
    }
  }

  private static void conversation(Json conversation, String pointer, Findings findings) {
    if (conversation.has("transcription") && !conversation.flag("record").orElse(false)) {
      findings.error(
          Rule.TRANSCRIPTION_NEEDS_RECORD,
          pointer + "/transcription",
          "There is no recording to put into writing.",
          "Set record: true.");
    }
  }

  private static void muted(Json action, String pointer, Findings findings) {
    if (action.has("canSpeak") && action.flag("mute").orElse(false)) {
      findings.error(
          Rule.MUTE_OR_CAN_SPEAK,
          pointer + "/mute",
          "The platform does not support mute together with canSpeak.",
          "Leave out one; canSpeak: [] is heard by nobody.");
    }
  }

  private static void connect(Json connect, String pointer, Findings findings) {
    if (connect.has("from") && connect.flag("randomFromNumber").orElse(false)) {
      findings.error(
          Rule.ONE_CALLER_ID,
          pointer + "/randomFromNumber",
          "A number to show excludes a random one.",
          "Leave out from or randomFromNumber.");
    }
    if (connect.has("machineDetection") && connect.has("advancedMachineDetection")) {
      findings.warning(
          Rule.ONE_MACHINE_DETECTION,
          pointer + "/machineDetection",
          "The advanced detection wins; this says nothing.",
          "Leave it out.");
    }
  }

  private static OptionTable action(String name) {
    return new OptionTable(name).option("action", Shapes::any);
  }

  private static OptionTable prompt(String name) {
    return action(name)
        .option("bargeIn", Shapes::flag)
        .option("loop", Shapes.number(Range.LOOP))
        .option("level", Shapes.number(Range.LEVEL));
  }

  private static OptionTable reporting(OptionTable table) {
    return table
        .option("eventUrl", Shapes::eventUrl)
        .option("eventMethod", Shapes.oneOf("POST", "GET"));
  }

  private static OptionTable legs(OptionTable table) {
    return table
        .option("mute", Shapes::flag)
        .option("canSpeak", Shapes::legs)
        .option("canHear", Shapes::legs);
  }
}
