package dev.switchboard.benchmarks;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Lower bound of building and writing an NCCO: jackson-core's generator, told each token by hand. Nothing is checked. */
final class CoreNcco {
  private static final JsonFactory FACTORY = new JsonFactory();

  private CoreNcco() {}

  static byte[] write(String caller) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out =
        FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
      out.writeStartArray();
      out.writeStartObject();
      out.writeStringProperty("action", "talk");
      out.writeStringProperty("text", "Hello " + caller + ".");
      out.writeEndObject();
      out.writeStartObject();
      out.writeStringProperty("action", "stream");
      out.writeName("streamUrl");
      out.writeStartArray();
      out.writeString("https://example.com/music.mp3");
      out.writeEndArray();
      out.writeEndObject();
      out.writeStartObject();
      out.writeStringProperty("action", "connect");
      out.writeName("endpoint");
      out.writeStartArray();
      out.writeStartObject();
      out.writeStringProperty("type", "phone");
      out.writeStringProperty("number", "447700900001");
      out.writeEndObject();
      out.writeEndArray();
      out.writeEndObject();
      out.writeEndArray();
    }
    return bytes.toByteArray();
  }
}
