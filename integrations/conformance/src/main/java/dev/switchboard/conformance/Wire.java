package dev.switchboard.conformance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One connection, HTTP/1.1 by hand: a client library would tidy up the very things that the kit is about, such as the escapes of a path,
 * repeated headers, or half a body.
 */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;

  private Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  static Wire to(URI server) throws IOException {
    return to(server, PATIENCE_MILLIS);
  }

  /** One that waits less long for an answer. */
  static Wire to(URI server, int patienceMillis) throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(patienceMillis);
    socket.setTcpNoDelay(true);
    return new Wire(socket);
  }

  /** Sends bytes as they are. */
  Wire send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    return this;
  }

  Wire send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a body in chunks of a size. */
  Wire sendChunked(byte[] body, int size) throws IOException {
    for (int at = 0; at < body.length; at += size) {
      int length = Math.min(size, body.length - at);
      ByteArrayOutputStream chunk = new ByteArrayOutputStream();
      chunk.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      chunk.write(body, at, length);
      chunk.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
      send(chunk.toByteArray());
    }
    return send("0\r\n\r\n");
  }

  /** Reads the answer to a request; interim answers (1xx) are skipped. */
  WireResponse read() throws IOException {
    return read(false);
  }

  /** Reads the answer to a HEAD, which ends with its headers. */
  WireResponse readHead() throws IOException {
    return read(true);
  }

  private WireResponse read(boolean head) throws IOException {
    while (true) {
      String[] status = line().split(" ", 3);
      int code = Integer.parseInt(status[1]);
      Map<String, List<String>> headers = headers();
      if (code >= 200) {
        boolean bodiless = head || code == 204 || code == 304;
        return new WireResponse(code, headers, bodiless ? "" : body(headers));
      }
    }
  }

  private Map<String, List<String>> headers() throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(line.substring(0, colon).trim(), name -> new ArrayList<>())
          .add(line.substring(colon + 1).trim());
    }
    return headers;
  }

  private String body(Map<String, List<String>> headers) throws IOException {
    List<String> length = headers.get("Content-Length");
    byte[] bytes;
    if (length != null) {
      bytes = in.readNBytes(Integer.parseInt(length.get(0)));
    } else if (headers.containsKey("Transfer-Encoding")) {
      bytes = chunks();
    } else {
      bytes = in.readAllBytes();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line().split(";", 2)[0].trim(), 16);
      bytes.writeBytes(in.readNBytes(size));
      line();
      if (size == 0) {
        return bytes.toByteArray();
      }
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The server ended the connection before its answer was whole.");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Goes away as a client does that crashed: with a reset. */
  void vanish() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
