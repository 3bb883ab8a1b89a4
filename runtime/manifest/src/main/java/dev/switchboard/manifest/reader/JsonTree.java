package dev.switchboard.manifest.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON text as plain, ordered Java values; what is null counts as absent. */
final class JsonTree {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonTree() {}

  static Object parse(String json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new ManifestException("The manifest is empty. Compile the app again.");
      }
      Object root = value(parser, first);
      if (parser.nextToken() != null) {
        throw new ManifestException("The manifest goes on after its end. Compile the app again.");
      }
      return root;
    } catch (JacksonException e) {
      throw new ManifestException(
          "The manifest is not JSON: " + e.getOriginalMessage() + " in line "
              + e.getLocation().getLineNr() + ". Compile the app again.",
          e);
    }
  }

  private static Object value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          JsonToken next = parser.nextToken();
          if (next != JsonToken.VALUE_NULL) {
            members.put(name, value(parser, next));
          }
        }
        yield members;
      }
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          if (next != JsonToken.VALUE_NULL) {
            items.add(value(parser, next));
          }
        }
        yield items;
      }
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_STRING -> parser.getString();
      default -> throw new IllegalStateException("a value cannot start with " + token);
    };
  }
}
