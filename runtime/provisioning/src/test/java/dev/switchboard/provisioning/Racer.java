package dev.switchboard.provisioning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;

/** One of the two processes of a race, as its test holds it. */
final class Racer implements AutoCloseable {
  /** A line that one of them said. */
  record Said(Racer racer, String line) {}

  private final Process process;
  private final Writer in;

  Racer(ChildJvm jvm, SandboxPlatform platform, BlockingQueue<Said> heard) throws IOException {
    process = jvm.start(platform.uri().toString(), platform.secret);
    in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    Thread reader = new Thread(() -> read(heard), "racer");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(BlockingQueue<Said> heard) {
    try (BufferedReader out = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        SuiteSecrets.say(line);
        heard.add(new Said(this, line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void tell(String line) throws IOException {
    in.write(line + "\n");
    in.flush();
  }

  /** Stops every thread of it, the one that renews the lease too. */
  void stall() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on for a moment with whatever it was about, but for the write at which it waits. */
  void nudge() throws IOException, InterruptedException {
    signal("CONT");
    signal("STOP");
  }

  void wake() throws IOException, InterruptedException {
    signal("CONT");
    tell("");
  }

  private void signal(String name) throws IOException, InterruptedException {
    int exit = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
        .start()
        .waitFor();
    if (exit != 0) {
      throw new AssertionError("kill -" + name + ": " + exit);
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
