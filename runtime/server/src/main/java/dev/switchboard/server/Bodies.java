package dev.switchboard.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests, for engines. */
public final class Bodies {
  private static final byte[] NOTHING = {};

  private Bodies() {}

  /**
   * Reads a body.
   *
   * @param told the length that the request tells of it; -1 where it tells none
   * @return the body, or null where it is larger than that; never reads more
   * @throws IOException where it does not arrive
   */
  public static byte @Nullable [] read(InputStream in, long told, int mostBytes)
      throws IOException {
    if (told >= 0 && told <= mostBytes) {
      return whole(in, (int) told);
    }
    int first = in.read();
    if (first < 0) {
      return NOTHING; // as with every GET
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
    body.write(first);
    byte[] buffer = new byte[8192];
    // Never asks for nothing: readNBytes would at its end, and engines wait for the next chunk
    // then.
    while (body.size() <= mostBytes) {
      int read = in.read(buffer, 0, Math.min(buffer.length, mostBytes + 1 - body.size()));
      if (read < 0) {
        return body.toByteArray();
      }
      body.write(buffer, 0, read);
    }
    return null;
  }

  /** A body of a length that was told, in an array of just that size. */
  private static byte[] whole(InputStream in, int length) throws IOException {
    byte[] body = new byte[length];
    int filled = 0;
    while (filled < length) {
      int read = in.read(body, filled, length - filled);
      if (read < 0) {
        throw new EOFException("The body ended before its length.");
      }
      filled += read;
    }
    return body;
  }
}
