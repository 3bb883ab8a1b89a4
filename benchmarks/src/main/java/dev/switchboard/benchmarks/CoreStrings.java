package dev.switchboard.benchmarks;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Lower bound of parsing: jackson-core's streaming loop over the same bytes, each scalar taken as a string and dropped into
 * a variable. It keeps no tree, no order and no unknown member.
 */
final class CoreStrings {
  private static final JsonFactory FACTORY = new JsonFactory();

  private CoreStrings() {}

  static Taken event(byte[] body) {
    return read(body, "uuid", "status");
  }

  static Taken inbound(byte[] body) {
    return read(body, "message_uuid", "text");
  }

  private static Taken read(byte[] body, String idName, String whatName) {
    String id = "";
    String from = "";
    String to = "";
    String what = "";
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), body, 0, body.length)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (!token.isScalarValue()) {
          continue;
        }
        String name = parser.currentName();
        String value = parser.getString();
        if (name.equals(idName)) {
          id = value;
        } else if (name.equals(whatName)) {
          what = value;
        } else if (name.equals("from")) {
          from = value;
        } else if (name.equals("to")) {
          to = value;
        }
      }
    }
    return new Taken(id, from, to, what);
  }
}
