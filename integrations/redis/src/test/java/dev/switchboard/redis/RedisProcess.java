package dev.switchboard.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Redis server of its own process, on a free port of the loopback interface. It keeps what it has over a stop and a start. */
final class RedisProcess {
  private static final int ATTEMPTS = 600;

  private final Path binary;
  private final Path folder;
  private final int port;
  private Process process;

  private RedisProcess(Path binary, Path folder, int port) throws IOException {
    this.binary = binary;
    this.folder = folder;
    this.port = port;
    this.process = launch();
  }

  /** The server of this machine; empty where none is installed. */
  static Optional<Path> binary() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, "redis-server"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static RedisProcess start(Path folder) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    RedisProcess redis = new RedisProcess(binary().orElseThrow(), folder, port);
    redis.awaitReachable();
    return redis;
  }

  URI address() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /** Kills it, as a machine that fails does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  void startAgain() throws Exception {
    process = launch();
    awaitReachable();
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(List.of(
            binary.toString(),
            "--port",
            "" + port,
            "--bind",
            "127.0.0.1",
            "--dir",
            folder.toString(),
            "--appendonly",
            "yes",
            "--appendfsync",
            "always",
            "--save",
            ""))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("redis.log").toFile())
        .start();
  }

  private void awaitReachable() throws Exception {
    try (RedisStores stores = RedisStores.connect(address())) {
      for (int i = 0; i < ATTEMPTS; i++) {
        if (stores.isReachable()) {
          return;
        }
        if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    }
    throw new AssertionError(
        "redis-server did not start: " + Files.readString(folder.resolve("redis.log")));
  }

  void stop() throws InterruptedException {
    kill();
  }
}
