package dev.switchboard.webhooks.messages;

import static dev.switchboard.webhooks.Said.assertSays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The format of version 0.1. */
class OldInboundMessageTest {
  private static InboundMessage read(String json) {
    return InboundMessage.of(Json.parse(json));
  }

  @ParameterizedTest
  @CsvSource({
    "sms,Sms,number",
    "mms,Mms,number",
    "whatsapp,WhatsApp,number",
    "messenger,Messenger,id",
    "viber_service_msg,Viber,number"
  })
  void readsTheOldFormat(String type, String record, String address) {
    InboundMessage message = read("""
        {"message_uuid":"m-8","timestamp":"2020-01-01 14:00:00 UTC","direction":"inbound",
         "to":{"type":"TYPE","ADDRESS":"to-1"},"from":{"type":"TYPE","ADDRESS":"from-1"},
         "message":{"content":{"type":"location",
           "location":{"latitude":"40.5","longitude":"-74.25","name":"Home","address":"1 Main St"}}}}""".replace("TYPE", type).replace("ADDRESS", address));
    assertThat(message.getClass().getSimpleName()).isEqualTo(record);
    assertSays(
        message, InboundMessage.class, """
        channel=TYPE
        content:=Location
        content.address=1 Main St
        content.latitude=40.5
        content.longitude=-74.25
        content.name=Home
        content.type=location
        direction=inbound
        from=from-1
        fromParty:=Party
        fromParty.ADDRESS=from-1
        fromParty.type=TYPE
        messageUuid=m-8
        timestamp=2020-01-01T14:00:00Z
        to=to-1
        toParty:=Party
        toParty.ADDRESS=to-1
        toParty.type=TYPE""".replace("TYPE", type).replace("ADDRESS", address));
  }

  @Test
  void readsAnOldSms() {
    assertSays(read("""
            {"message_uuid":"m-9","to":{"type":"sms","number":"1"},"from":{"type":"sms","number":"2"},
             "message":{"content":{"type":"text","text":"Hi"},"sms":{"num_messages":"1"}},
             "usage":{"price":"0.02","currency":"EUR"}}"""), InboundMessage.Sms.class, """
        channel=sms
        content:=Text
        content.text=Hi
        content.type=text
        from=2
        fromParty:=Party
        fromParty.number=2
        fromParty.type=sms
        messageUuid=m-9
        numMessages=1
        to=1
        toParty:=Party
        toParty.number=1
        toParty.type=sms
        usage:=Usage
        usage.currency=EUR
        usage.price=0.02""");
  }
}
