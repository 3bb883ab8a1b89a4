package dev.switchboard.sandbox.message;

import dev.switchboard.sandbox.time.Loop;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Files that people sent, for as long as the platform keeps them. In memory alone. Used from the loop alone. */
public final class Media {
  private static final Duration KEPT = Duration.ofDays(2);
  private static final int MOST = 100;

  private final Loop loop;
  private final Supplier<URI> host;
  private final Map<String, File> byId = new LinkedHashMap<>();

  /**
   * One file.
   *
   * @param applicationId who received it; empty for nobody
   * @param type its media type
   * @param bytes what it holds
   * @param until when it goes
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and handed to one reader
  record File(String applicationId, String type, byte[] bytes, Instant until) {}

  /**
   * No files yet.
   *
   * @param host where they are fetched from
   */
  public Media(Loop loop, Supplier<URI> host) {
    this.loop = loop;
    this.host = host;
  }

  /** Keeps a file; tells its address. The oldest of many makes room. */
  String keep(String applicationId, String type, byte[] bytes) {
    String id = UUID.randomUUID().toString();
    byId.put(id, new File(applicationId, type, bytes, loop.now().plus(KEPT)));
    if (byId.size() > MOST) {
      byId.remove(byId.keySet().iterator().next());
    }
    return host.get() + MediaApi.path(id);
  }

  Optional<File> find(String id) {
    return Optional.ofNullable(byId.get(id)).filter(file -> file.until().isAfter(loop.now()));
  }
}
