package dev.switchboard.benchmarks;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Lower bound of parsing: jackson-core's streaming loop over the same bytes, each scalar taken as a string and dropped into
 * a field. It keeps no tree, no order and no unknown member.
 */
final class CoreStrings {
  private static final JsonFactory FACTORY = new JsonFactory();

  String uuid = "";
  String status = "";
  String from = "";
  String to = "";
  String timestamp = "";
  String other = "";

  static CoreStrings read(byte[] body) {
    CoreStrings fields = new CoreStrings();
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), body, 0, body.length)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          fields.set(parser.currentName(), parser.getString());
        }
      }
    }
    return fields;
  }

  private void set(String name, String value) {
    switch (name) {
      case "uuid", "message_uuid" -> uuid = value;
      case "status" -> status = value;
      case "from" -> from = value;
      case "to" -> to = value;
      case "timestamp" -> timestamp = value;
      default -> other = value;
    }
  }
}
