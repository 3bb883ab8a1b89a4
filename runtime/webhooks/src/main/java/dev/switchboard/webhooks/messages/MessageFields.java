package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.known.KnownFields;
import java.util.List;

/** What the accessors of this package read, but those of {@link Content}. */
final class MessageFields {
  private static final KnownFields PARTY = KnownFields.of("type", "number", "id");
  private static final KnownFields USAGE = KnownFields.of("currency", "price");
  private static final KnownFields PRODUCT = KnownFields.of("catalog_id", "product_retailer_id");
  private static final KnownFields CONTEXT =
      KnownFields.of("message_uuid", "message_from").object("whatsapp_referred_product", PRODUCT);
  private static final KnownFields USER = KnownFields.of("user_id", "parent_user_id", "wa_id");
  private static final KnownFields PROFILE = KnownFields.of("name", "username");

  private static final KnownFields COMMON = KnownFields.of(
          "channel", "message_uuid", "timestamp", "client_ref")
      .texts("to", "from")
      .object("to", PARTY)
      .object("from", PARTY)
      .object("usage", USAGE);

  static final KnownFields INBOUND =
      COMMON.texts("direction").object("_self", KnownFields.of("href"));
  static final KnownFields MMS = INBOUND
      .object("origin", KnownFields.of("network_code"))
      .items("content", KnownFields.of("type", "url", "caption"));
  static final KnownFields SMS = INBOUND
      .object("origin", KnownFields.of("network_code"))
      .object("sms", KnownFields.of("keyword", "num_messages", "total_count"))
      .object("message", KnownFields.of().object("sms", KnownFields.of("num_messages")));
  static final KnownFields RCS = INBOUND.texts("context_status");
  static final KnownFields VIBER = INBOUND.object("context", CONTEXT);
  static final KnownFields WHATSAPP = RCS.texts("provider_message")
      .object("context", CONTEXT)
      .object("profile", PROFILE)
      .object(
          "whatsapp",
          KnownFields.of()
              .object(
                  "referral",
                  KnownFields.of("body", "headline", "source_id", "source_type", "source_url")
                      .texts("media_type", "image_url", "video_url", "thumbnail_url", "ctwa_clid"))
              .object("whatsapp_referred_product", PRODUCT)
              .object("sender", USER));

  static final KnownFields STATUS = COMMON
      .texts("status")
      .object("error", KnownFields.of("type", "title", "detail", "instance", "code", "reason"))
      .object(
          "workflow",
          KnownFields.of(
              "workflow_id", "id", "items_number", "item_number", "items_total", "total_items"))
      .object("destination", KnownFields.of("network_code"))
      .object("sms", KnownFields.of("count_total"))
      .object("profile", PROFILE)
      .object(
          "whatsapp",
          KnownFields.of()
              .object("pricing", KnownFields.of("type", "pricing_model", "category"))
              .object("conversation", KnownFields.of("id").object("origin", KnownFields.of("type")))
              .object("recipient", USER))
      .object(
          "_links", KnownFields.of().object("dispatch", KnownFields.of("dispatch_uuid", "href")));

  static final KnownFields DISPATCH_REPORT = KnownFields.of(
          "dispatch_uuid", "status", "template", "timestamp")
      .object("usage", USAGE)
      .object(
          "_links",
          KnownFields.of()
              .object("dispatch", KnownFields.of("dispatch_uuid", "href"))
              .items(
                  "messages",
                  KnownFields.of("message_uuid", "channel", "status", "href")
                      .object("usage", USAGE)));

  private MessageFields() {}

  /** What neither the message nor its content reads, in the order of the document. */
  static List<String> unknown(KnownFields message, Json json, Content content) {
    return message.and(ContentFields.of(content)).unknownIn(json);
  }
}
