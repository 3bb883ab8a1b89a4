package dev.switchboard.sandbox.account;

import dev.switchboard.webhooks.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rented number.
 *
 * @param country ISO 3166-1 alpha-2
 * @param msisdn E.164 digits
 * @param type {@code landline}, {@code landline-toll-free} or {@code mobile-lvn}
 * @param features some of SMS, VOICE, MMS
 * @param settings what {@code /number/update} set, by wire name; empty values are left out
 */
public record PhoneNumber(
    String country,
    String msisdn,
    String type,
    List<String> features,
    Map<String, String> settings) {

  /** The settings that an update may carry. Each update replaces them all. */
  static final List<String> SETTINGS = List.of(
      "app_id",
      "moHttpUrl",
      "moSmppSysType",
      "voiceCallbackType",
      "voiceCallbackValue",
      "voiceStatusCallback",
      "messagesCallbackType",
      "messagesCallbackValue");

  /** One setting. */
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /** The application that voice traffic goes to, by today's link or the old one. */
  public Optional<String> voiceApplication() {
    return setting("app_id").or(() -> callback("voiceCallback"));
  }

  /** The application that messages go to, by today's link or the old one. */
  public Optional<String> messagesApplication() {
    return setting("app_id").or(() -> callback("messagesCallback"));
  }

  /** Where calls are forwarded to, past any application. */
  public Optional<String> forwarding() {
    return setting("voiceCallbackType")
        .filter(type -> type.equals("sip") || type.equals("tel"))
        .flatMap(type -> setting("voiceCallbackValue"));
  }

  PhoneNumber with(Map<String, String> newSettings) {
    return new PhoneNumber(country, msisdn, type, features, Map.copyOf(newSettings));
  }

  /** What the API lists. */
  Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("country", country);
    view.put("msisdn", msisdn);
    setting("moHttpUrl").ifPresent(url -> view.put("moHttpUrl", url));
    view.put("type", type);
    view.put("features", features);
    SETTINGS.stream()
        .filter(name -> !name.equals("moHttpUrl"))
        .forEach(name -> setting(name).ifPresent(value -> view.put(name, value)));
    return view;
  }

  static PhoneNumber of(Json view) {
    Map<String, String> settings = new LinkedHashMap<>();
    SETTINGS.forEach(name -> view.text(name).ifPresent(value -> settings.put(name, value)));
    List<String> features = view.get("features").items().stream()
        .map(Json::toJava)
        .map(String::valueOf)
        .toList();
    return new PhoneNumber(
        view.required("country"),
        view.required("msisdn"),
        view.required("type"),
        features,
        settings);
  }

  private Optional<String> callback(String prefix) {
    return setting(prefix + "Type")
        .filter("app"::equals)
        .flatMap(type -> setting(prefix + "Value"));
  }
}
