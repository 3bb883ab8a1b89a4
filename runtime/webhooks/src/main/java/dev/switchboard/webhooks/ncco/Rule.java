package dev.switchboard.webhooks.ncco;

/**
 * What an NCCO can break. Numbers never change their meaning: 1 to 17 are about the order and combination of actions and
 * options, from 101 on about ranges, from 201 on about the form of single options.
 */
public enum Rule {
  /** The root is an array of at least one object, each with a known {@code action}. */
  KNOWN_ACTIONS(1),
  /** After a prompt with {@code bargeIn} an input follows, with nothing but further prompts between. */
  BARGE_IN_NEEDS_INPUT(2),
  /** {@code bargeIn} stays in force for later prompts up to the next input, whatever they say. */
  BARGE_IN_STAYS(3),
  /** {@code loop: 0} without {@code bargeIn} never ends. */
  ENDLESS_LOOP(4),
  /** {@code endpoint} has exactly one element. */
  ONE_ENDPOINT(5),
  /** {@code from} and {@code randomFromNumber} exclude each other. */
  ONE_CALLER_ID(6),
  /** Advanced machine detection wins over the plain one. */
  ONE_MACHINE_DETECTION(7),
  /** More than one channel needs {@code split: conversation}. */
  CHANNELS_NEED_SPLIT(8),
  /** {@code transcription} of a conversation needs {@code record: true}. */
  TRANSCRIPTION_NEEDS_RECORD(9),
  /** {@code mute} is not supported together with {@code canSpeak}. */
  MUTE_OR_CAN_SPEAK(10),
  /** An asynchronous input takes no {@code dtmf} settings. */
  ASYNCHRONOUS_WITHOUT_DTMF(11),
  /** Nothing after {@code transfer} runs. */
  NOTHING_AFTER_TRANSFER(12),
  /** Actions after an input run only where its webhook gives no NCCO. */
  AFTER_INPUT(13),
  /** A recording that nothing ends and nothing follows ends with the call, at once. */
  RECORD_ENDS_AT_ONCE(14),
  /** {@code text} has at most 1500 characters, tags not counted. */
  TEXT_TOO_LONG(15),
  /** {@code eventUrl} is an array, not a string. */
  EVENT_URL_IS_ARRAY(16),
  /** Actions after a conversation run when the leg has left it. */
  AFTER_CONVERSATION(17),

  /** {@code talk.text} is not empty. */
  TALK_TEXT(101),
  /** {@code level} of talk and stream: -1 to 1. */
  LEVEL(102),
  /** {@code loop} of talk and stream: 0 or more. */
  LOOP(103),
  /** {@code dtmf.timeOut}: 0 to 10 s. */
  DTMF_TIME_OUT(104),
  /** {@code dtmf.maxDigits}: 1 to 20. */
  DTMF_MAX_DIGITS(105),
  /** {@code speech.endOnSilence}: 0.4 to 10 s. */
  SPEECH_END_ON_SILENCE(106),
  /** {@code speech.startTimeout}: 1 to 60 s. */
  SPEECH_START_TIMEOUT(107),
  /** {@code speech.maxDuration}: 1 to 60 s. */
  SPEECH_MAX_DURATION(108),
  /** {@code speech.sensitivity}: 10 to 100. */
  SPEECH_SENSITIVITY(109),
  /** {@code record.endOnSilence}: 3 to 10 s. */
  RECORD_END_ON_SILENCE(110),
  /** {@code record.timeOut}: 3 to 7200 s. */
  RECORD_TIME_OUT(111),
  /** {@code record.channels}: 1 to 32. */
  RECORD_CHANNELS(112),
  /** {@code connect.timeout}: 3 to 7200 s. */
  CONNECT_TIMEOUT(113),
  /** {@code connect.limit}: 1 to 7200 s. */
  CONNECT_LIMIT(114),
  /** {@code beep_timeout}: 45 to 120 s. */
  BEEP_TIMEOUT(115),
  /** {@code wait.timeout}: 0.1 to 7200 s; the platform takes the nearest of these for anything else. */
  WAIT_TIMEOUT(116),
  /** A conversation has at most 50 participants, so no list of legs is longer. */
  PARTICIPANTS(117),
  /** Headers of a websocket: at most 512 bytes of JSON. */
  WEBSOCKET_HEADERS(118),
  /** {@code talk.style}: 0 or more. */
  STYLE(119),

  /** An option that the action cannot do without. */
  REQUIRED(201),
  /** A value of a type that the option does not take. */
  TYPE(202),
  /** A value that is not among those the option takes. */
  VALUE(203),
  /** An option that this version does not know. */
  UNKNOWN_OPTION(204),
  /** A URL of a scheme that the option does not take. */
  URL(205),
  /** An action that the platform no longer offers. */
  WITHDRAWN(206),
  /** A form or option that the platform replaced by another. */
  OBSOLETE(207),
  /** Options of an endpoint that exclude or need each other. */
  ENDPOINT_OPTIONS(208);

  private final int number;

  Rule(int number) {
    this.number = number;
  }

  /** Its number, as in the documentation. */
  public int number() {
    return number;
  }
}
