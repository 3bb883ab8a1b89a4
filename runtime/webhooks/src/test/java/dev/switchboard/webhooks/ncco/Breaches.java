package dev.switchboard.webhooks.ncco;

import static dev.switchboard.webhooks.ncco.Finding.Severity.INFO;
import static dev.switchboard.webhooks.ncco.Finding.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;

/** Every rule that is broken by what an NCCO says, whatever its numbers. */
final class Breaches {
  private static final String PHONE = "'endpoint':[{'type':'phone','number':'447700900000'}]";
  private static final String WAIT = ",{'action':'wait'}";
  private static final String INPUT = ",{'action':'input','type':['dtmf']}";

  private Breaches() {}

  /** The rules of combination, 1 to 17, in every form that the actions allow. */
  static List<Breach> combinations() {
    List<Breach> breaches = new ArrayList<>(List.of(
        Breach.of(Rule.KNOWN_ACTIONS, "/action", "{'action':'sing'}"),
        Breach.of(Rule.KNOWN_ACTIONS, "/action", "{'action':'Talk','text':'x'}"),
        Breach.of(Rule.KNOWN_ACTIONS, "/action", "{'action':null}"),
        Breach.of(Rule.KNOWN_ACTIONS, "", "{'text':'x'}"),
        Breach.of(Rule.KNOWN_ACTIONS, "", "'talk'"),
        Breach.of(Rule.KNOWN_ACTIONS, "", "[]"),
        Breach.of(Rule.ONE_ENDPOINT, "/endpoint", "{'action':'connect','endpoint':[]}"),
        Breach.of(
            Rule.ONE_ENDPOINT,
            "/endpoint",
            "{'action':'connect','endpoint':[{'type':'app','user':'a'},{'type':'app','user':'b'}]}"),
        Breach.of(
            Rule.ONE_CALLER_ID,
            "/randomFromNumber",
            "{'action':'connect',",
            PHONE,
            ",'from':'1','randomFromNumber':true}"),
        Breach.of(
                Rule.ONE_MACHINE_DETECTION,
                "/machineDetection",
                "{'action':'connect',",
                PHONE,
                ",'machineDetection':'hangup','advancedMachineDetection':{'behavior':'hangup'}}")
            .as(WARNING),
        Breach.of(Rule.CHANNELS_NEED_SPLIT, "/channels", "{'action':'record','channels':2}", WAIT),
        Breach.of(
            Rule.TRANSCRIPTION_NEEDS_RECORD,
            "/transcription",
            "{'action':'conversation','name':'x','transcription':{}}"),
        Breach.of(
            Rule.TRANSCRIPTION_NEEDS_RECORD,
            "/transcription",
            "{'action':'conversation','name':'x','record':false,'transcription':{}}"),
        Breach.of(
            Rule.MUTE_OR_CAN_SPEAK,
            "/mute",
            "{'action':'conversation','name':'x','mute':true,'canSpeak':['a']}"),
        Breach.of(
            Rule.MUTE_OR_CAN_SPEAK,
            "/mute",
            "{'action':'transfer','conversationId':'CON-1','mute':true,'canSpeak':[]}"),
        Breach.of(
            Rule.ASYNCHRONOUS_WITHOUT_DTMF,
            "/dtmf",
            "{'action':'input','type':['dtmf'],'mode':'asynchronous','dtmf':{}}"),
        Breach.of(
                Rule.NOTHING_AFTER_TRANSFER,
                "",
                "{'action':'transfer','conversationId':'CON-1'}",
                WAIT)
            .reportedAt(1)
            .as(WARNING),
        Breach.of(Rule.AFTER_INPUT, "", INPUT.substring(1), WAIT).reportedAt(1).as(INFO),
        Breach.of(Rule.RECORD_ENDS_AT_ONCE, "", "{'action':'record'}")
            .atTheEnd()
            .as(WARNING),
        Breach.of(Rule.RECORD_ENDS_AT_ONCE, "", "{'action':'record','timeOut':60}")
            .atTheEnd()
            .as(WARNING),
        Breach.of(Rule.AFTER_CONVERSATION, "", "{'action':'conversation','name':'x'}", WAIT)
            .reportedAt(1)
            .as(INFO),
        Breach.of(Rule.WITHDRAWN, "/action", "{'action':'pay','amount':1}")));
    for (String prompt :
        List.of("{'action':'talk','text':'x'", "{'action':'stream','streamUrl':['/x']")) {
      breaches.add(
          Breach.of(Rule.BARGE_IN_NEEDS_INPUT, "/bargeIn", prompt, ",'bargeIn':true}", WAIT));
      breaches.add(Breach.of(Rule.BARGE_IN_NEEDS_INPUT, "/bargeIn", prompt, ",'bargeIn':true}")
          .atTheEnd());
      breaches.add(
          Breach.of(Rule.BARGE_IN_STAYS, "", prompt, ",'bargeIn':true},", prompt, "}", INPUT)
              .reportedAt(1)
              .as(WARNING));
      breaches.add(Breach.of(
              Rule.BARGE_IN_STAYS,
              "/bargeIn",
              prompt,
              ",'bargeIn':true},",
              prompt,
              ",'bargeIn':false}",
              INPUT)
          .reportedAt(1)
          .as(WARNING));
      breaches.add(
          Breach.of(Rule.ENDLESS_LOOP, "/loop", prompt, ",'loop':0}", WAIT).as(WARNING));
      breaches.add(
          Breach.of(Rule.ENDLESS_LOOP, "/loop", prompt, ",'loop':0}").atTheEnd().as(INFO));
    }
    for (String reporting : List.of(
        "{'action':'record'",
        "{'action':'input','type':['dtmf']",
        "{'action':'conversation','name':'x'",
        "{'action':'connect'," + PHONE,
        "{'action':'notify','payload':{}")) {
      breaches.add(Breach.of(
          Rule.EVENT_URL_IS_ARRAY, "/eventUrl", reporting, ",'eventUrl':'https://x.example'}"));
    }
    for (String recording :
        List.of("{'action':'record'", "{'action':'conversation','name':'x','record':true")) {
      breaches.add(Breach.of(
          Rule.EVENT_URL_IS_ARRAY,
          "/transcription/eventUrl",
          recording,
          ",'transcription':{'eventUrl':'https://x.example'}}"));
    }
    return breaches;
  }

  /** The form of single options, from 201 on. */
  static List<Breach> forms() {
    return List.of(
        Breach.of(Rule.REQUIRED, "", "{'action':'talk'}"),
        Breach.of(Rule.TYPE, "/text", "{'action':'talk','text':{}}"),
        Breach.of(Rule.VALUE, "/mode", "{'action':'input','type':['dtmf'],'mode':'deaf'}"),
        Breach.of(Rule.UNKNOWN_OPTION, "/txt", "{'action':'talk','text':'x','txt':'y'}")
            .as(INFO),
        Breach.of(Rule.URL, "/streamUrl/0", "{'action':'stream','streamUrl':['ftp://x']}"),
        Breach.of(Rule.OBSOLETE, "/voiceName", "{'action':'talk','text':'x','voiceName':'Amy'}")
            .as(WARNING),
        Breach.of(
            Rule.ENDPOINT_OPTIONS,
            "/endpoint/0/user",
            "{'action':'connect','endpoint':[{'type':'sip','user':'u'}]}"));
  }
}
