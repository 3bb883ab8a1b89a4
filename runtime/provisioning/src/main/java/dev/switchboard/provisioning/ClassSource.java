package dev.switchboard.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the annotated class of an adopted application, for a person to paste. */
final class ClassSource {
  private static final String ANNOTATIONS = "dev.switchboard.annotations.";
  private static final String WEBHOOKS = "dev.switchboard.webhooks.";
  /** The placeholder for a name that cannot stand in the source. */
  static final String NAME_VALUE = "application-name";

  private static final Map<String, String> CAPABILITIES = Map.of(
      "voice", "VoiceApp",
      "messages", "MessagesApp",
      "rtc", "RtcApp",
      "vbc", "VbcApp",
      "verify", "VerifyApp",
      "network_apis", "NetworkApp",
      "video", "VideoApp");

  private final String className;
  private final String id;
  private final ObjectNode owned;
  private final List<AdoptedUrl> urls;
  private final Set<String> numbers;
  private final Set<String> imports = new TreeSet<>();

  ClassSource(
      String className, String id, ObjectNode owned, List<AdoptedUrl> urls, Set<String> numbers) {
    this.className = className;
    this.id = id;
    this.owned = owned;
    this.urls = urls;
    this.numbers = numbers;
  }

  String write() {
    String annotations = annotations();
    StringBuilder methods = new StringBuilder();
    for (AdoptedUrl url : urls) {
      methods.append(methods.length() == 0 ? "" : "\n").append(method(url));
    }
    int dot = className.lastIndexOf('.');
    StringBuilder text = new StringBuilder();
    if (dot > 0) {
      text.append("package ").append(className, 0, dot).append(";\n\n");
    }
    imports.forEach(type -> text.append("import ").append(type).append(";\n"));
    return text.append("\n/** Adopted: the application ")
        .append(id)
        .append(". */\n")
        .append(annotations)
        .append("public final class ")
        .append(className.substring(dot + 1))
        .append(" {\n")
        .append(methods)
        .append("}\n")
        .toString();
  }

  private String annotation(String simpleName) {
    imports.add(ANNOTATIONS + simpleName);
    return "@" + simpleName;
  }

  private String annotations() {
    List<String> lines = new ArrayList<>();
    List<String> members = new ArrayList<>();
    boolean improveAi = Tree.at(owned, Desired.IMPROVE_AI).asBoolean(false);
    if (improveAi) {
      members.add("improveAi = true");
    }
    if (!numbers.isEmpty()) {
      members.add("numbers = {"
          + String.join(", ", numbers.stream().map(ClassSource::text).toList()) + "}");
    }
    ObjectNode capabilities = (ObjectNode) owned.path("capabilities");
    boolean named = !members.isEmpty() || capabilities.isEmpty();
    String real = owned.path("name").asString();
    // What looks like a placeholder in a name would be taken for one.
    String name = "name = " + text(real.contains("${") ? "${" + NAME_VALUE + "}" : real);
    if (named) {
      members.add(0, name);
      lines.add(with(annotation("SwitchboardApp"), members));
    }
    for (Map.Entry<String, JsonNode> capability : capabilities.properties()) {
      List<String> settings = settings(capability.getKey(), capability.getValue());
      if (!named) {
        settings.add(0, name);
        named = true;
      }
      lines.add(with(
          annotation(Objects.requireNonNull(CAPABILITIES.get(capability.getKey()))), settings));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String with(String annotation, List<String> members) {
    return members.isEmpty() ? annotation : annotation + "(" + String.join(", ", members) + ")";
  }

  private List<String> settings(String name, JsonNode capability) {
    List<String> settings = new ArrayList<>();
    switch (name) {
      case "voice" -> {
        signed(capability, settings);
        if (capability.has("region")) {
          imports.add(ANNOTATIONS + "Region");
          settings.add("region = Region." + constant(capability.path("region").asString()));
        }
        number(capability, "conversations_ttl", settings);
        number(capability, "leg_persistence_time", settings);
      }
      case "rtc" -> signed(capability, settings);
      case "messages" -> {
        if (capability.path("version").asString("").equals("v0.1")) {
          imports.add(ANNOTATIONS + "MessagesVersion");
          settings.add("version = MessagesVersion.V0_1");
        }
        flag(capability, "authenticate_inbound_media", settings);
      }
      case "network_apis" -> {
        string(capability, "redirect_uri", settings);
        string(capability, "network_application_id", settings);
      }
      case "video" -> {
        JsonNode storage = capability.path("storage");
        flag(storage, "server_side_encryption", settings);
        flag(storage, "end_to_end_encryption", settings);
        flag(storage, "cloud_storage", settings);
        string(storage, "credential_type", settings);
      }
      default -> {
        // vbc and verify have no settings.
      }
    }
    return settings;
  }

  private static void signed(JsonNode capability, List<String> settings) {
    if (!capability.path("signed_callbacks").asBoolean(true)) {
      settings.add("signedCallbacks = false");
    }
  }

  private static void flag(JsonNode from, String member, List<String> settings) {
    if (from.path(member).asBoolean(false)) {
      settings.add(camel(member) + " = true");
    }
  }

  private static void number(JsonNode from, String member, List<String> settings) {
    if (from.has(member)) {
      settings.add(camel(member) + " = " + from.path(member).asInt());
    }
  }

  private static void string(JsonNode from, String member, List<String> settings) {
    if (from.has(member)) {
      settings.add(camel(member) + " = " + text(from.path(member).asString()));
    }
  }

  private String method(AdoptedUrl url) {
    UrlKind kind = url.kind();
    List<String> members = new ArrayList<>();
    String annotation;
    String name;
    String payload;
    String parameter;
    if (kind == null) {
      annotation = annotation("VideoUrl");
      imports.add(ANNOTATIONS + "VideoKind");
      members.add("VideoKind." + constant(url.videoKind()));
      if (!url.path().equals("/webhooks/video-" + url.videoKind().replace('_', '-'))) {
        members.set(0, "value = " + members.get(0));
        members.add("path = " + text(url.path()));
      }
      name = camel(url.videoKind());
      payload = "video.VideoEvent";
      parameter = "event";
    } else {
      annotation = annotation(kind.annotation());
      settings(url, kind, members);
      name = camel(kind.segment());
      payload = kind.payload();
      parameter = kind.parameter();
    }
    imports.add(WEBHOOKS + payload);
    boolean ncco = kind != null && kind.givesNcco();
    if (ncco) {
      imports.add(WEBHOOKS + "ncco.Ncco");
    }
    return "  " + with(annotation, members) + "\n  " + (ncco ? "Ncco " : "void ") + name + "("
        + payload.substring(payload.indexOf('.') + 1) + " " + parameter + ") {\n"
        + "    throw new UnsupportedOperationException(\"Put here what " + url.path()
        + " does today.\");\n  }\n";
  }

  private void settings(AdoptedUrl url, UrlKind kind, List<String> members) {
    if (!url.path().equals("/webhooks/" + kind.segment())) {
      members.add("value = " + text(url.path()));
    }
    if (!url.method().equals(kind.defaultMethod())) {
      imports.add(ANNOTATIONS + "HttpMethod");
      members.add("method = HttpMethod." + url.method());
    }
    if (url.connectTimeout() > 0) {
      members.add("connectTimeout = " + url.connectTimeout());
    }
    if (url.socketTimeout() > 0) {
      members.add("socketTimeout = " + url.socketTimeout());
    }
    if (members.size() == 1 && members.get(0).startsWith("value = ")) {
      members.set(0, members.get(0).substring("value = ".length()));
    }
  }

  private static String constant(String wireName) {
    return wireName.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("[-_]", -1)) {
      camel.append(
          camel.length() == 0
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return camel.toString();
  }

  /** A string literal: whatever a name holds, it cannot leave the quotes. */
  static String text(String value) {
    StringBuilder literal = new StringBuilder("\"");
    value.chars().forEach(unit -> {
      char c = (char) unit;
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (Character.isISOControl(c)
          || Character.isSurrogate(c)
          || Character.getType(c) == Character.FORMAT
          || Character.getType(c) == Character.LINE_SEPARATOR
          || Character.getType(c) == Character.PARAGRAPH_SEPARATOR) {
        literal.append(escaped(c));
      } else {
        literal.append(c);
      }
    });
    return literal.append('"').toString();
  }

  /** Octal below 256: a Unicode escape of a line break would break the line. */
  private static String escaped(char c) {
    return String.format(Locale.ROOT, c < 256 ? "\\%03o" : "\\u%04x", (int) c);
  }
}
