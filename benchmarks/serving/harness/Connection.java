import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive connection that reads answers as cheaply as it can: the client shares the cores with the server. */
final class Connection implements AutoCloseable {
  private final int port;
  private final byte[] buffer = new byte[16_384];
  private Socket socket;
  private boolean closing;
  private String body = "";

  Connection(int port) throws IOException {
    this.port = port;
    socket = open(port);
  }

  private static Socket open(int port) throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
    socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
    return socket;
  }

  /** Sends a request and reads its answer whole. */
  int exchange(byte[] request) throws IOException {
    if (closing) { // some servers take no more than so many requests on one connection
      socket.close();
      socket = open(port);
    }
    socket.getOutputStream().write(request);
    InputStream in = socket.getInputStream();
    int filled = 0;
    int head = -1;
    while (head < 0) {
      filled = more(in, filled);
      head = headEnd(filled);
    }
    int status = (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
    String headers = new String(buffer, 0, head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    closing = headers.contains("connection: close");
    int length = 0;
    int at = headers.indexOf("content-length:");
    if (at >= 0) {
      length = Integer.parseInt(headers.substring(at + 15, headers.indexOf('\r', at)).trim());
      while (filled < head + length) {
        filled = more(in, filled);
      }
    } else if (headers.contains("transfer-encoding: chunked")) {
      while (!(filled >= 5 && new String(buffer, filled - 5, 5, StandardCharsets.ISO_8859_1).equals("0\r\n\r\n"))) {
        filled = more(in, filled);
      }
      length = filled - head;
    }
    body = length == 0 ? "" : new String(buffer, head, length, StandardCharsets.UTF_8);
    return status;
  }

  /** The last answer's body; with the lengths of its chunks, where it came in chunks. */
  String body() {
    return body;
  }

  private int more(InputStream in, int filled) throws IOException {
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      throw new EOFException("closed in the middle of an answer");
    }
    return filled + read;
  }

  private int headEnd(int filled) {
    for (int i = 3; i < filled; i++) {
      if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
