package dev.switchboard.provisioning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A number's whole form: an update replaces everything, so everything that can be set goes back with it. */
final class NumberForm {
  private static final List<String> KEPT = List.of(
      "moHttpUrl",
      "moSmppSysType",
      "voiceCallbackType",
      "voiceCallbackValue",
      "voiceStatusCallback");

  private NumberForm() {}

  /** The application that a number leads to: by {@code app_id}, or in the two forms that came before it. */
  static Optional<String> holder(ObjectNode number) {
    String id = number.path("app_id").asString("");
    if (!id.isEmpty()) {
      return Optional.of(id);
    }
    for (String kind : List.of("voice", "messages")) {
      String value = number.path(kind + "CallbackValue").asString("");
      if (number.path(kind + "CallbackType").asString("").equals("app") && !value.isEmpty()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** Where calls are forwarded, which wins over the application; empty when they are not. */
  static Optional<String> forwarding(ObjectNode number) {
    String type = number.path("voiceCallbackType").asString("");
    return type.equals("sip") || type.equals("tel") ? Optional.of(type) : Optional.empty();
  }

  /**
   * The form that leads a number to an application, everything else as it is.
   *
   * @param applicationId empty to lead it nowhere
   */
  static Map<String, String> leading(ObjectNode number, Optional<String> applicationId) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("country", number.path("country").asString(""));
    form.put("msisdn", number.path("msisdn").asString(""));
    applicationId.ifPresent(id -> form.put("app_id", id));
    boolean formerLink = number.path("voiceCallbackType").asString("").equals("app");
    for (String name : KEPT) {
      JsonNode value = number.path(name);
      boolean partOfFormerLink = formerLink && name.startsWith("voiceCallback");
      if (value.isValueNode() && !value.isNull() && !partOfFormerLink) {
        form.put(name, value.asString());
      }
    }
    // Lists show it under the longer name, forms take the shorter one.
    JsonNode status = number.path("voiceStatusCallbackUrl");
    if (status.isString() && !form.containsKey("voiceStatusCallback")) {
      form.put("voiceStatusCallback", status.asString());
    }
    return form;
  }
}
