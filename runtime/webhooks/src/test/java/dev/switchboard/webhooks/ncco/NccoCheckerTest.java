package dev.switchboard.webhooks.ncco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.ncco.Finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NccoCheckerTest {
  private static final String INPUT = "{'action':'input','type':['dtmf']}";

  private static String found(String ncco) {
    return NccoChecker.check(Json.parse(ncco.replace('\'', '"'))).stream()
        .map(f -> (f.severity() + " " + f.rule().number() + " " + f.pointer()).strip())
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // the order and combination of actions
        "[] | ERROR 1",
        "{'action':'talk','text':'x'} | ERROR 1",
        "'talk' | ERROR 1",
        "[{'action':'sing'}] | ERROR 1 /0/action",
        "[{'action':'TALK','text':'x'}] | ERROR 1 /0/action",
        "[{'text':'x'}] | ERROR 1 /0",
        "[7] | ERROR 1 /0",
        "[{'action':'talk','text':'x','bargeIn':true}] | ERROR 2 /0/bargeIn",
        "[{'action':'talk','text':'x','bargeIn':true},{'action':'stream','streamUrl':['/x'],'bargeIn':true},{'action':'wait'}] | ERROR 2 /0/bargeIn",
        "[{'action':'talk','text':'x','bargeIn':true},{'action':'talk','text':'y','bargeIn':false},INPUT] | WARNING 3 /1/bargeIn",
        "[{'action':'talk','text':'x','bargeIn':true},{'action':'talk','text':'y'},INPUT] | WARNING 3 /1",
        "[{'action':'talk','text':'x','loop':0},{'action':'wait'}] | WARNING 4 /0/loop",
        "[{'action':'stream','streamUrl':['/x'],'loop':0}] | INFO 4 /0/loop",
        "[{'action':'talk','text':'x','loop':0,'bargeIn':true},INPUT] | ``",
        "[{'action':'connect','endpoint':[]}] | ERROR 5 /0/endpoint",
        "[{'action':'connect','endpoint':{'type':'app','user':'a'}}] | ERROR 5 /0/endpoint",
        "[{'action':'connect','endpoint':[{'type':'app','user':'a'},{'type':'app','user':'b'}]}] | ERROR 5 /0/endpoint",
        "[{'action':'connect','endpoint':[{'type':'app','user':'a'}],'from':'1','randomFromNumber':true}] | ERROR 6 /0/randomFromNumber",
        "[{'action':'connect','endpoint':[{'type':'app','user':'a'}],'from':'1','randomFromNumber':false}] | ``",
        "[{'action':'connect','endpoint':[{'type':'app','user':'a'}],'machineDetection':'hangup','advancedMachineDetection':{}}] | WARNING 7 /0/machineDetection",
        "[{'action':'record','channels':2},{'action':'wait'}] | ERROR 8 /0/channels",
        "[{'action':'record','channels':1},{'action':'wait'}] | ``",
        "[{'action':'conversation','name':'x','transcription':{}}] | ERROR 9 /0/transcription",
        "[{'action':'conversation','name':'x','mute':true,'canSpeak':[]}] | ERROR 10 /0/mute",
        "[{'action':'transfer','conversationId':'CON-1','mute':true,'canSpeak':['a']}] | ERROR 10 /0/mute",
        "[{'action':'input','type':['dtmf'],'mode':'asynchronous','dtmf':{}}] | ERROR 11 /0/dtmf",
        "[{'action':'transfer','conversationId':'CON-1'},{'action':'wait'},{'action':'wait'}] | WARNING 12 /1",
        "[INPUT,{'action':'wait'}] | INFO 13 /1",
        "[{'action':'input','type':['dtmf'],'mode':'asynchronous'},{'action':'wait'}] | ``",
        "[{'action':'record'}] | WARNING 14 /0",
        "[{'action':'record','timeOut':60}] | WARNING 14 /0",
        "[{'action':'record','endOnKey':'#'}] | ``",
        "[{'action':'record','endOnSilence':3,'timeOut':60}] | ``",
        "[{'action':'record','timeOut':60},{'action':'wait'}] | ``",
        "[{'action':'notify','payload':{},'eventUrl':'https://x.example'}] | ERROR 16 /0/eventUrl",
        "[{'action':'record','transcription':{'eventUrl':'/x'}},{'action':'wait'}] | ERROR 16 /0/transcription/eventUrl",
        "[{'action':'conversation','name':'x'},{'action':'wait'}] | INFO 17 /1",
        // the form of one option
        "[{'action':'talk'}] | ERROR 201 /0",
        "[{'action':'input'}] | WARNING 207 /0",
        "[{'action':'input','dtmf':{}}] | ERROR 201 /0",
        "[{'action':'input','speech':{}}] | ERROR 201 /0",
        "[{'action':'notify','payload':{}}] | ERROR 201 /0",
        "[{'action':'transfer'}] | ERROR 201 /0",
        "[{'action':'connect','endpoint':[{'number':'447700900000'}]}] | ERROR 201 /0/endpoint/0",
        "[{'action':'connect','endpoint':[{'type':'sip'}]}] | ERROR 201 /0/endpoint/0",
        "[{'action':'talk','text':7}] | WARNING 202 /0/text",
        "[{'action':'talk','text':null}] | ERROR 202 /0/text",
        "[{'action':'talk','text':'x','premium':'true'}] | WARNING 202 /0/premium",
        "[{'action':'talk','text':'x','premium':'yes'}] | ERROR 202 /0/premium",
        "[{'action':'talk','text':'x','loop':'2'}] | WARNING 202 /0/loop",
        "[{'action':'talk','text':'x','loop':1.5}] | ERROR 202 /0/loop",
        "[{'action':'talk','text':'x','loop':'often'}] | ERROR 202 /0/loop",
        "[{'action':'stream','streamUrl':'/x'}] | ERROR 202 /0/streamUrl",
        "[{'action':'stream','streamUrl':['/x','/y']}] | ERROR 202 /0/streamUrl",
        "[{'action':'input','type':['dtmf'],'dtmf':[]}] | WARNING 202 /0/dtmf",
        "[{'action':'input','type':['dtmf'],'dtmf':3}] | ERROR 202 /0/dtmf",
        "[{'action':'input','type':'dtmf'}] | ERROR 202 /0/type",
        "[{'action':'input','type':['smell']}] | ERROR 203 /0/type/0",
        "[{'action':'input','type':[]}] | ERROR 203 /0/type",
        "[{'action':'record','format':'flac'},{'action':'wait'}] | ERROR 203 /0/format",
        "[{'action':'record','endOnKey':'10'}] | ERROR 203 /0/endOnKey",
        "[{'action':'record','eventMethod':'PUT'},{'action':'wait'}] | ERROR 203 /0/eventMethod",
        "[{'action':'conversation','name':' '}] | ERROR 203 /0/name",
        "[{'action':'connect','endpoint':[{'type':'fax'}]}] | ERROR 203 /0/endpoint/0/type",
        "[{'action':'connect','endpoint':[{'type':'phone','number':'12'}]}] | ERROR 203 /0/endpoint/0/number",
        "[{'action':'connect','endpoint':[{'type':'phone','number':'+447700900000'}]}] | WARNING 203 /0/endpoint/0/number",
        "[{'action':'connect','endpoint':[{'type':'websocket','uri':'wss://x','authorization':{'type':'custom','value':'a\\n'}}]}] | ERROR 203 /0/endpoint/0/authorization/value",
        "[{'action':'connect','endpoint':[{'type':'websocket','uri':'wss://x','authorization':{'type':'custom'}}]}] | ERROR 201 /0/endpoint/0/authorization",
        "[{'action':'connect','endpoint':[{'type':'sip','uri':'sip:x','standardHeaders':{'From':'x'}}]}] | ERROR 203 /0/endpoint/0/standardHeaders",
        "[{'action':'talk','text':'x','a/b~c':1}] | INFO 204 /0/a~1b~0c",
        "[{'action':'stream','streamUrl':['ftp://x']}] | ERROR 205 /0/streamUrl/0",
        "[{'action':'connect','endpoint':[{'type':'websocket','uri':'https://x'}]}] | ERROR 205 /0/endpoint/0/uri",
        "[{'action':'connect','endpoint':[{'type':'phone','number':'447700900000','onAnswer':{'url':'//x'}}]}] | ERROR 205 /0/endpoint/0/onAnswer/url",
        "[{'action':'conversation','name':'x','musicOnHoldUrl':'https://x'}] | ``",
        "[{'action':'pay','amount':9.99}] | ERROR 206 /0/action",
        "[{'action':'talk','text':'x','voiceName':'Amy'}] | WARNING 207 /0/voiceName",
        "[{'action':'input','maxDigits':1}] | WARNING 207 /0/maxDigits",
        "[{'action':'connect','endpoint':[{'type':'phone','number':'447700900000','onAnswer':{'url':'/x','ringback':'/y'}}]}] | WARNING 207 /0/endpoint/0/onAnswer/ringback",
        "[{'action':'connect','endpoint':[{'type':'sip','uri':'sip:x','domain':'d'}]}] | ERROR 208 /0/endpoint/0/uri",
        "[{'action':'connect','endpoint':[{'type':'sip','user':'u'}]}] | ERROR 208 /0/endpoint/0/user"
      })
  void reports(String ncco, String findings) {
    assertThat(found(ncco.replace("INPUT", INPUT))).isEqualTo(findings);
  }

  @Test
  void countsTheCharactersThatAreSpoken() {
    String ncco = "[{'action':'talk','text':'%s'}]";
    assertThat(found(ncco.formatted("x".repeat(1500)))).isEmpty();
    assertThat(found(ncco.formatted("x".repeat(1501)))).isEqualTo("ERROR 15 /0/text");
    assertThat(found(ncco.formatted("<speak><s>" + "x".repeat(1500) + "</s></speak>")))
        .isEmpty();
    assertThat(found(ncco.formatted("<speak>" + "x".repeat(1501) + "</speak>")))
        .isEqualTo("ERROR 15 /0/text");
    assertThat(found(ncco.formatted("<speak></speak>"))).isEqualTo("ERROR 101 /0/text");
    assertThat(found(ncco.formatted("\uD83C\uDF55".repeat(1500)))).isEmpty();
  }

  @Test
  void findsEverythingAtOnceInTheOrderOfTheActions() {
    assertThat(
            found(
                "[{'action':'talk','text':'','level':9,'bargeIn':true},{'action':'foo'},{'action':'transfer'},{'action':'record'}]"))
        .isEqualTo(
            "ERROR 101 /0/text, ERROR 102 /0/level, ERROR 1 /1/action, ERROR 2 /0/bargeIn, ERROR 201 /2, WARNING 12 /3, WARNING 14 /3");
  }

  @Test
  void quotesNothingThatIsSaidOrCalled() {
    String secret = "4111111111111111x";
    String ncco = "[{'action':'talk','text':'%s','language':['%s']},"
        + "{'action':'connect','endpoint':[{'type':'phone','number':'%s'}],'from':['%s']}]";
    assertThat(NccoChecker.check(Json.parse(ncco.replace("%s", secret).replace('\'', '"'))))
        .hasSize(3)
        .noneMatch(finding -> finding.toString().contains(secret))
        .allMatch(finding -> finding.severity() == Severity.ERROR)
        .allMatch(finding -> finding.message().endsWith(".") && finding.remedy().endsWith("."));
  }

  @Test
  void numbersEachRuleOnce() {
    assertThat(Rule.values()).extracting(Rule::number).doesNotHaveDuplicates().isSorted();
  }
}
