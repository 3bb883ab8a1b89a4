package dev.switchboard.client;

import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.List;

/** A message of every type on every channel. */
final class EveryMessage {
  private static final String NUMBER = "447700900123";
  private static final String PERSON = "447700900099";

  private EveryMessage() {}

  static List<OutboundMessage> all() {
    Json card = Json.object("title", "Pizza", "text", "Hot");
    String url = "https://files.example/f";
    List<OutboundMessage> all = new ArrayList<>(List.of(
        new Sms(PERSON, NUMBER).text("Hi"),
        new Mms(PERSON, NUMBER).text("Hi"),
        new Mms(PERSON, NUMBER).image(url).caption("A pizza"),
        new Mms(PERSON, NUMBER).audio(url),
        new Mms(PERSON, NUMBER).video(url),
        new Mms(PERSON, NUMBER).file(url),
        new Mms(PERSON, NUMBER).vcard(url),
        new Mms(PERSON, NUMBER).content(Json.object("type", "image", "url", url)),
        new Rcs(PERSON, "Pizza").text("Hi"),
        new Rcs(PERSON, "Pizza").image(url),
        new Rcs(PERSON, "Pizza").video(url),
        new Rcs(PERSON, "Pizza").file(url),
        new Rcs(PERSON, "Pizza").card(card),
        new Rcs(PERSON, "Pizza").carousel(Json.object("cards", List.of(card, card))),
        new Rcs(PERSON, "Pizza").custom(Json.object("contentMessage", card)),
        new WhatsApp(PERSON, NUMBER).text("Hi")));
    all.addAll(List.of(
        new WhatsApp(PERSON, NUMBER).image(url),
        new WhatsApp(PERSON, NUMBER).audio(url),
        new WhatsApp(PERSON, NUMBER).video(url),
        new WhatsApp(PERSON, NUMBER).file(url),
        new WhatsApp(PERSON, NUMBER).template("shop:ready", "en_GB", "Ann", "7"),
        new WhatsApp(PERSON, NUMBER).sticker(url),
        new WhatsApp(PERSON, NUMBER).react("3f5c", "+1"),
        new WhatsApp(PERSON, NUMBER).unreact("3f5c"),
        new WhatsApp(PERSON, NUMBER).custom(Json.object("type", "location")),
        new Messenger("107083064136738", "107083064136739").text("Hi"),
        new Messenger("107083064136738", "107083064136739").image(url),
        new Messenger("107083064136738", "107083064136739").audio(url),
        new Messenger("107083064136738", "107083064136739").video(url),
        new Messenger("107083064136738", "107083064136739").file(url),
        new Viber(PERSON, "18539").text("Hi"),
        new Viber(PERSON, "18539").image(url),
        new Viber(PERSON, "18539").video(url),
        new Viber(PERSON, "18539").file(url)));
    return all;
  }
}
