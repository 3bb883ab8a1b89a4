package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.known.KnownFields;

/** What the kinds of content read, at the top of a message and where the old format puts it. */
final class ContentFields {
  private static final KnownFields NOTHING = KnownFields.of();

  static final KnownFields TYPE_ONLY = with(NOTHING);
  static final KnownFields TEXT = with(KnownFields.of("text"));
  static final KnownFields IMAGE = media("image");
  static final KnownFields AUDIO = media("audio");
  static final KnownFields VIDEO = media("video");
  static final KnownFields FILE = media("file");
  static final KnownFields VCARD = media("vcard");
  static final KnownFields STICKER = with(NOTHING.object("sticker", KnownFields.of("url")));
  static final KnownFields LOCATION = with(NOTHING.object(
      "location", KnownFields.of("lat", "latitude", "long", "longitude", "name", "address")));
  static final KnownFields REPLY =
      with(NOTHING.object("reply", KnownFields.of("id", "title", "description")));
  static final KnownFields BUTTON =
      with(NOTHING.object("button", KnownFields.of("text", "subtype").whole("payload")));
  static final KnownFields REACTION =
      with(NOTHING.object("reaction", KnownFields.of("action", "emoji")));
  static final KnownFields ORDER = with(NOTHING.object(
      "order",
      KnownFields.of("catalog_id")
          .items(
              "product_items",
              KnownFields.of("product_retailer_id", "quantity", "item_price", "currency"))));
  static final KnownFields ATTACHMENTS =
      with(NOTHING).items("content", KnownFields.of("type", "url", "caption"));
  static final KnownFields TEMPLATE = with(NOTHING.whole("template"));

  private static final KnownFields CONTACT = KnownFields.of("birthday")
      .object(
          "name",
          KnownFields.of(
              "formatted_name", "first_name", "last_name", "middle_name", "prefix", "suffix"))
      .items("phones", KnownFields.of("phone", "type"))
      .items("emails", KnownFields.of("email", "type"))
      .items(
          "addresses",
          KnownFields.of(
              "street", "city", "state", "postal_code", "country", "country_code", "type"))
      .items("urls", KnownFields.of("url", "type"));
  static final KnownFields CONTACTS =
      with(NOTHING.items("contacts", CONTACT).items("contact", CONTACT));

  private ContentFields() {}

  static KnownFields of(Content content) {
    if (content instanceof Content.Text) {
      return TEXT;
    }
    if (content instanceof Content.Image) {
      return IMAGE;
    }
    if (content instanceof Content.Audio) {
      return AUDIO;
    }
    if (content instanceof Content.Video) {
      return VIDEO;
    }
    if (content instanceof Content.File) {
      return FILE;
    }
    if (content instanceof Content.Vcard) {
      return VCARD;
    }
    if (content instanceof Content.Location) {
      return LOCATION;
    }
    if (content instanceof Content.Reply) {
      return REPLY;
    }
    if (content instanceof Content.Button) {
      return BUTTON;
    }
    if (content instanceof Content.Order) {
      return ORDER;
    }
    if (content instanceof Content.Sticker) {
      return STICKER;
    }
    if (content instanceof Content.Reaction) {
      return REACTION;
    }
    if (content instanceof Content.Contacts) {
      return CONTACTS;
    }
    if (content instanceof Content.Attachments) {
      return ATTACHMENTS;
    }
    if (content instanceof Content.Template) {
      return TEMPLATE;
    }
    return TYPE_ONLY;
  }

  private static KnownFields media(String name) {
    return with(NOTHING.object(name, KnownFields.of("url", "name", "caption")));
  }

  private static KnownFields with(KnownFields content) {
    KnownFields old = NOTHING.object("content", content.texts("type"));
    return KnownFields.of("message_type").and(content).object("message", old);
  }
}
