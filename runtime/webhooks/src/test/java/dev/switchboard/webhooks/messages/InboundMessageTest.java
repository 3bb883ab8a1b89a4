package dev.switchboard.webhooks.messages;

import static dev.switchboard.webhooks.Said.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundMessageTest {
  private static InboundMessage read(String json) {
    return InboundMessage.of(Json.parse(json));
  }

  @Test
  void readsAnSms() {
    InboundMessage message = read("""
        {"channel":"sms","message_uuid":"m-1","to":"447700900000","from":"447700900001",
         "timestamp":"2026-02-03T12:14:25Z","client_ref":"order-7","text":"PIZZA now",
         "sms":{"num_messages":"2","keyword":"PIZZA","total_count":"3"},
         "usage":{"currency":"EUR","price":"0.0333"},"origin":{"network_code":"23410"}}""");
    assertSays(message, InboundMessage.Sms.class, """
        channel=sms
        clientRef=order-7
        content:=Text
        content.text=PIZZA now
        from=447700900001
        keyword=PIZZA
        messageUuid=m-1
        numMessages=2
        originNetworkCode=23410
        timestamp=2026-02-03T12:14:25Z
        to=447700900000
        totalCount=3
        usage:=Usage
        usage.currency=EUR
        usage.price=0.0333""");
    // the same as the types that an app sees
    assertThat(message.timestamp()).hasValue(Instant.parse("2026-02-03T12:14:25Z"));
    assertThat(message.usage().orElseThrow().price()).hasValue(new BigDecimal("0.0333"));
    assertThat(((InboundMessage.Sms) message).numMessages()).hasValue(2L);
  }

  @Test
  void readsAnMmsWithOneFileAndWithSeveral() {
    assertSays(read("""
            {"channel":"mms","message_uuid":"m-2","to":"1","from":"2","message_type":"image",
             "image":{"url":"https://media.example/1.png","name":"1.png","caption":"A cat"},
             "origin":{"network_code":"310260"}}"""), InboundMessage.Mms.class, """
        channel=mms
        content:=Image
        content.caption=A cat
        content.name=1.png
        content.type=image
        content.url=https://media.example/1.png
        from=2
        messageUuid=m-2
        originNetworkCode=310260
        to=1""");
    assertSays(read("""
            {"channel":"mms","message_uuid":"m-3","to":"1","from":"2","message_type":"content",
             "content":[{"type":"vcard","url":"https://media.example/a.vcf"},
                        {"type":"file","url":"https://media.example/b.zip","caption":"All of it"}]}"""), InboundMessage.Mms.class, """
        attachments[0]:=Attachment
        attachments[0].type=vcard
        attachments[0].url=https://media.example/a.vcf
        attachments[1]:=Attachment
        attachments[1].caption=All of it
        attachments[1].type=file
        attachments[1].url=https://media.example/b.zip
        channel=mms
        content:=Attachments
        content.attachments[0]:=Attachment
        content.attachments[0].type=vcard
        content.attachments[0].url=https://media.example/a.vcf
        content.attachments[1]:=Attachment
        content.attachments[1].caption=All of it
        content.attachments[1].type=file
        content.attachments[1].url=https://media.example/b.zip
        content.type=content
        from=2
        messageUuid=m-3
        to=1""");
  }

  @Test
  void readsRcs() {
    assertSays(read("""
            {"channel":"rcs","message_uuid":"m-4","to":"Pizza","from":"447700900001","context_status":"none",
             "message_type":"location","location":{"lat":40.5,"long":-74.25}}"""), InboundMessage.Rcs.class, """
        channel=rcs
        content:=Location
        content.latitude=40.5
        content.longitude=-74.25
        content.type=location
        contextStatus=none
        from=447700900001
        messageUuid=m-4
        to=Pizza""");
  }

  /** The specification declares the button of RCS as a reply, so the object that is there decides. */
  @ParameterizedTest
  @CsvSource({
    "button,button,Button",
    "reply,button,Button",
    "reply,reply,Reply",
    "button,reply,Reply"
  })
  void tellsAButtonFromAReply(String type, String member, String content) {
    String object = member.equals("button")
        ? "{\"payload\":\"b-1\",\"text\":\"Yes\"}"
        : "{\"id\":\"r-1\",\"title\":\"Yes\"}";
    InboundMessage message = read("{\"channel\":\"rcs\",\"message_type\":\"" + type + "\",\""
        + member + "\":" + object + "}");
    assertThat(message.content().getClass().getSimpleName())
        .isEqualTo(type.equals("button") && member.equals("reply") ? "Reply" : content);
    assertThat(message.unknownFields()).isEmpty();
  }

  @Test
  void readsWhatsAppWithAllItsExtras() {
    assertSays(read("""
            {"channel":"whatsapp","message_uuid":"m-5","to":"447700900000","from":"447700900001",
             "profile":{"name":"Jo","username":"jo.pizza"},
             "context_status":"available",
             "context":{"message_uuid":"m-0","message_from":"447700900000",
                        "whatsapp_referred_product":{"catalog_id":"c-9","product_retailer_id":"p-9"}},
             "provider_message":"from the provider",
             "message_type":"order",
             "order":{"catalog_id":"c-1","product_items":[
               {"product_retailer_id":"p-1","quantity":"2","item_price":"9.99","currency":"EUR"}]},
             "whatsapp":{
               "referral":{"body":"Come in","headline":"Pizza","source_id":"s-1","source_type":"ad",
                 "source_url":"https://ads.example/1","media_type":"image","image_url":"https://ads.example/i",
                 "video_url":"https://ads.example/v","thumbnail_url":"https://ads.example/t","ctwa_clid":"click-1"},
               "whatsapp_referred_product":{"catalog_id":"c-1","product_retailer_id":"p-1"},
               "sender":{"user_id":"GB.1","parent_user_id":"GB.2","wa_id":"447700900001"}},
             "_self":{"href":"https://api-eu.example/v1/messages/m-5"}}"""), InboundMessage.WhatsApp.class, """
        channel=whatsapp
        content:=Order
        content.catalogId=c-1
        content.items[0]:=OrderItem
        content.items[0].currency=EUR
        content.items[0].itemPrice=9.99
        content.items[0].productRetailerId=p-1
        content.items[0].quantity=2
        content.type=order
        context:=MessageContext
        context.messageFrom=447700900000
        context.messageUuid=m-0
        context.referredProduct:=ReferredProduct
        context.referredProduct.catalogId=c-9
        context.referredProduct.productRetailerId=p-9
        contextStatus=available
        from=447700900001
        messageUuid=m-5
        profileName=Jo
        profileUsername=jo.pizza
        providerMessage=from the provider
        referral:=Referral
        referral.body=Come in
        referral.clickId=click-1
        referral.headline=Pizza
        referral.imageUrl=https://ads.example/i
        referral.mediaType=image
        referral.sourceId=s-1
        referral.sourceType=ad
        referral.sourceUrl=https://ads.example/1
        referral.thumbnailUrl=https://ads.example/t
        referral.videoUrl=https://ads.example/v
        referredProduct:=ReferredProduct
        referredProduct.catalogId=c-1
        referredProduct.productRetailerId=p-1
        selfUrl=https://api-eu.example/v1/messages/m-5
        sender:=WhatsAppUser
        sender.parentUserId=GB.2
        sender.userId=GB.1
        sender.waId=447700900001
        to=447700900000""");
  }

  @Test
  void readsAWhatsAppFlowReplyReactionAndSticker() {
    String start = "{\"channel\":\"whatsapp\",\"message_uuid\":\"m\",\"to\":\"1\",\"from\":\"2\",";
    String common = "channel=whatsapp\nfrom=2\nmessageUuid=m\nto=1\n";
    assertSays(
        read(
            start
                + "\"message_type\":\"button\",\"button\":{\"payload\":{\"size\":\"L\"},\"text\":\"Sent\",\"subtype\":\"flow\"}}"),
        InboundMessage.WhatsApp.class,
        common
            + "content:=Button\ncontent.payload={\"size\":\"L\"}\ncontent.subtype=flow\ncontent.text=Sent\ncontent.type=button");
    assertSays(
        read(
            start
                + "\"message_type\":\"reaction\",\"reaction\":{\"action\":\"react\",\"emoji\":\"\uD83C\uDF55\"}}"),
        InboundMessage.WhatsApp.class,
        common
            + "content:=Reaction\ncontent.action=react\ncontent.emoji=\uD83C\uDF55\ncontent.type=reaction");
    assertSays(
        read(start + "\"message_type\":\"sticker\",\"sticker\":{\"url\":\"https://m.example/s\"}}"),
        InboundMessage.WhatsApp.class,
        common + "content:=Sticker\ncontent.type=sticker\ncontent.url=https://m.example/s");
    assertSays(
        read(
            start
                + "\"message_type\":\"reply\",\"reply\":{\"id\":\"r\",\"title\":\"9am\",\"description\":\"Early\"}}"),
        InboundMessage.WhatsApp.class,
        common
            + "content:=Reply\ncontent.description=Early\ncontent.id=r\ncontent.title=9am\ncontent.type=reply");
  }

  /** The official SDK's type is {@code contact}, the specification's {@code contacts}. */
  @ParameterizedTest
  @CsvSource({"contacts,contacts", "contact,contact", "contact,contacts"})
  void readsContacts(String type, String member) {
    assertSays(
        read("""
            {"channel":"whatsapp","message_type":"TYPE","MEMBER":[{
              "name":{"formatted_name":"Dr Jo M. Roe Jr","first_name":"Jo","last_name":"Roe","middle_name":"M.",
                "prefix":"Dr","suffix":"Jr"},
              "birthday":"2001-02-03",
              "phones":[{"phone":"+1 555","type":"home"}],
              "emails":[{"email":"jo@roe.example","type":"work"}],
              "addresses":[{"street":"1 Main St","city":"Springfield","state":"OR","postal_code":"97477",
                "country":"United States","country_code":"US","type":"home"}],
              "urls":[{"url":"roe.example","type":"work"}]}]}""".replace("TYPE", type).replace("MEMBER", member)),
        InboundMessage.WhatsApp.class,
        """
        channel=whatsapp
        content:=Contacts
        content.contacts[0]:=Contact
        content.contacts[0].addresses[0]:=Address
        content.contacts[0].addresses[0].city=Springfield
        content.contacts[0].addresses[0].country=United States
        content.contacts[0].addresses[0].countryCode=US
        content.contacts[0].addresses[0].postalCode=97477
        content.contacts[0].addresses[0].state=OR
        content.contacts[0].addresses[0].street=1 Main St
        content.contacts[0].addresses[0].type=home
        content.contacts[0].birthday=2001-02-03
        content.contacts[0].emails[0]:=Email
        content.contacts[0].emails[0].email=jo@roe.example
        content.contacts[0].emails[0].type=work
        content.contacts[0].firstName=Jo
        content.contacts[0].formattedName=Dr Jo M. Roe Jr
        content.contacts[0].lastName=Roe
        content.contacts[0].middleName=M.
        content.contacts[0].phones[0]:=Phone
        content.contacts[0].phones[0].phone=+1 555
        content.contacts[0].phones[0].type=home
        content.contacts[0].prefix=Dr
        content.contacts[0].suffix=Jr
        content.contacts[0].urls[0]:=Url
        content.contacts[0].urls[0].type=work
        content.contacts[0].urls[0].url=roe.example
        content.type=%s""".formatted(type));
  }

  @Test
  void readsMessengerAndViber() {
    assertSays(read("""
            {"channel":"messenger","message_uuid":"m-6","to":"page-1","from":"person-1",
             "message_type":"unsupported"}"""), InboundMessage.Messenger.class, """
        channel=messenger
        content:=Unsupported
        content.type=unsupported
        from=person-1
        messageUuid=m-6
        to=page-1""");
    assertSays(read("""
            {"channel":"viber_service","message_uuid":"m-7","to":"service-1","from":"447700900001",
             "context":{"message_uuid":"m-0"},"message_type":"file",
             "file":{"url":"https://media.example/f.pdf","name":"f.pdf"}}"""), InboundMessage.Viber.class, """
        channel=viber_service
        content:=File
        content.name=f.pdf
        content.type=file
        content.url=https://media.example/f.pdf
        context:=MessageContext
        context.messageUuid=m-0
        from=447700900001
        messageUuid=m-7
        to=service-1""");
  }

  @Test
  void keepsWhatItDoesNotKnow() {
    InboundMessage message = read(
        "{\"channel\":\"pigeon\",\"message_uuid\":\"m\",\"message_type\":\"scroll\",\"scroll\":{\"ink\":\"red\"}}");
    assertThat(message).isInstanceOf(InboundMessage.Unknown.class);
    assertThat(message.channel()).hasValue("pigeon");
    assertThat(message.content()).isInstanceOf(Content.Unknown.class);
    assertThat(message.content().type()).hasValue("scroll");
    assertThat(message.unknownFields()).containsExactly("/scroll");
    assertThat(message.json().get("scroll").text("ink")).hasValue("red");
    assertThat(read("{\"message_uuid\":\"m\",\"text\":\"x\"}"))
        .isInstanceOf(InboundMessage.Unspecified.class);
    assertThatThrownBy(() -> read("{\"channel\":\"sms\"}").from())
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("/from");
    assertThat(read("{\"channel\":\"sms\",\"_self\":{\"href\":\"a b\"}}").selfUrl())
        .isEmpty();
    assertThat(read("{\"channel\":\"sms\",\"_self\":{\"href\":\"https://x\"}}").selfUrl())
        .hasValue(URI.create("https://x"));
  }
}
