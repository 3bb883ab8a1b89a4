package dev.switchboard.webhooks.messages;

import static dev.switchboard.webhooks.Said.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageStatusTest {
  private static MessageStatus read(String json) {
    return MessageStatus.of(Json.parse(json));
  }

  @ParameterizedTest
  @CsvSource({
    "submitted,Submitted",
    "delivered,Delivered",
    "rejected,Rejected",
    "undeliverable,Undeliverable",
    "read,Read",
    "seen,Unknown"
  })
  void isTypedByItsStatus(String status, String type) {
    MessageStatus read = read("{\"status\":\"" + status + "\",\"message_uuid\":\"m\"}");
    assertThat(read.getClass().getSimpleName()).isEqualTo(type);
    assertThat(read.status()).isEqualTo(status);
  }

  @Test
  void readsADeliveryWithEverything() {
    assertSays(read("""
            {"message_uuid":"m-1","to":"447700900001","from":"447700900000","timestamp":"2026-02-03T12:14:25.125+01:00",
             "status":"delivered","channel":"whatsapp","client_ref":"order-7",
             "usage":{"currency":"EUR","price":"0.0333"},
             "workflow":{"workflow_id":"w-1","items_number":"1","items_total":"2"},
             "destination":{"network_code":"23410"},"sms":{"count_total":"3"},
             "profile":{"name":"Jo","username":"jo.pizza"},
             "whatsapp":{"pricing":{"type":"regular","pricing_model":"PMP","category":"utility"},
               "conversation":{"id":"c-1","origin":{"type":"service"}},
               "recipient":{"user_id":"GB.1","parent_user_id":"GB.2","wa_id":"447700900001"}}}"""), MessageStatus.Delivered.class, """
        channel=whatsapp
        clientRef=order-7
        destinationNetworkCode=23410
        from=447700900000
        messageUuid=m-1
        profileName=Jo
        profileUsername=jo.pizza
        smsCountTotal=3
        status=delivered
        timestamp=2026-02-03T11:14:25.125Z
        to=447700900001
        usage:=Usage
        usage.currency=EUR
        usage.price=0.0333
        whatsAppConversation:=WhatsAppConversation
        whatsAppConversation.id=c-1
        whatsAppConversation.originType=service
        whatsAppPricing:=WhatsAppPricing
        whatsAppPricing.category=utility
        whatsAppPricing.pricingModel=PMP
        whatsAppPricing.type=regular
        whatsAppRecipient:=WhatsAppUser
        whatsAppRecipient.parentUserId=GB.2
        whatsAppRecipient.userId=GB.1
        whatsAppRecipient.waId=447700900001
        workflow:=Workflow
        workflow.id=w-1
        workflow.itemNumber=1
        workflow.itemsTotal=2""");
  }

  /** The code is the title, as text or as a number. */
  @ParameterizedTest
  @CsvSource({"'\"1300\"'", "1300"})
  void readsAnError(String title) {
    assertSays(read("""
            {"message_uuid":"m-2","to":"1","from":"2","status":"rejected","channel":"rcs",
             "error":{"type":"https://errors.example/messages#1300","title":TITLE,
               "detail":"Not on this network","instance":"bf0ca0bf"}}""".replace("TITLE", title)), MessageStatus.Rejected.class, """
        channel=rcs
        error:=MessageError
        error.code=1300
        error.detail=Not on this network
        error.instance=bf0ca0bf
        error.type=https://errors.example/messages#1300
        from=2
        messageUuid=m-2
        status=rejected
        to=1""");
  }

  @Test
  void readsTheWorkflowInTheWordsOfTheSdk() {
    for (String total : new String[] {"items_total", "total_items"}) {
      MessageStatus status =
          read("{\"status\":\"read\",\"workflow\":{\"id\":\"w\",\"item_number\":2,\"" + total
              + "\":\"3\"}}");
      assertThat(status.workflow().orElseThrow().id()).hasValue("w");
      assertThat(status.workflow().orElseThrow().itemNumber()).hasValue(2L);
      assertThat(status.workflow().orElseThrow().itemsTotal()).hasValue(3L);
      assertThat(status.unknownFields()).isEmpty();
    }
  }

  @Test
  void readsTheOldFormat() {
    assertSays(read("""
            {"message_uuid":"m-3","to":{"type":"messenger","id":"person-1"},"from":{"type":"messenger","id":"page-1"},
             "timestamp":"2020-01-01T14:00:00.000Z","status":"undeliverable",
             "error":{"code":1300,"reason":"Not part of the provider network"},
             "usage":{"currency":"EUR","price":0},
             "_links":{"dispatch":{"href":"v0.1/dispatch/d-1","dispatch_uuid":"d-1"}}}"""), MessageStatus.Undeliverable.class, """
        channel=messenger
        dispatchUrl=v0.1/dispatch/d-1
        dispatchUuid=d-1
        error:=MessageError
        error.code=1300
        error.detail=Not part of the provider network
        from=page-1
        fromParty:=Party
        fromParty.id=page-1
        fromParty.type=messenger
        messageUuid=m-3
        status=undeliverable
        timestamp=2020-01-01T14:00:00Z
        to=person-1
        toParty:=Party
        toParty.id=person-1
        toParty.type=messenger
        usage:=Usage
        usage.currency=EUR
        usage.price=0""");
  }

  @Test
  void readsTheFinalReportOfADispatch() {
    assertSays(read("""
            {"dispatch_uuid":"d-1","template":"failover","status":"completed","timestamp":"2020-01-01T14:00:00Z",
             "usage":{"price":"0.05","currency":"EUR"},
             "_links":{"messages":[
               {"message_uuid":"m-1","href":"v0.1/messages/m-1","channel":"viber_service_msg","status":"rejected",
                "usage":{"price":"0","currency":"EUR"}},
               {"message_uuid":"m-2","channel":"sms","status":"delivered","usage":{"price":"0.05","currency":"EUR"}}]}}"""), MessageStatus.DispatchReport.class, """
        dispatchUuid=d-1
        messages[0]:=Dispatched
        messages[0].channel=viber_service_msg
        messages[0].messageUuid=m-1
        messages[0].status=rejected
        messages[0].url=v0.1/messages/m-1
        messages[0].usage:=Usage
        messages[0].usage.currency=EUR
        messages[0].usage.price=0
        messages[1]:=Dispatched
        messages[1].channel=sms
        messages[1].messageUuid=m-2
        messages[1].status=delivered
        messages[1].usage:=Usage
        messages[1].usage.currency=EUR
        messages[1].usage.price=0.05
        status=completed
        template=failover
        timestamp=2020-01-01T14:00:00Z
        usage:=Usage
        usage.currency=EUR
        usage.price=0.05""");
  }

  @Test
  void keepsWhatItDoesNotKnow() {
    MessageStatus status = read(
        "{\"status\":\"delivered\",\"whatsapp\":{\"mood\":\"good\"},\"usage\":null,\"error\":\"x\"}");
    assertThat(status.unknownFields()).containsExactly("/whatsapp/mood", "/error");
    assertThat(status.usage()).isEmpty();
    assertThat(status.error()).isEmpty();
    assertThatThrownBy(status::messageUuid)
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("/message_uuid");
  }
}
