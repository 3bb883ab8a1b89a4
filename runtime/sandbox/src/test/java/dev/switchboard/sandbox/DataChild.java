package dev.switchboard.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A sandbox with a data file in a process of its own, to be killed. Prints its address. */
final class DataChild {
  private DataChild() {}

  /** A process with that data file. */
  static Process start(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            DataChild.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Where the sandbox of a process is. */
  static URI address(Process child) throws IOException {
    BufferedReader out = child.inputReader(StandardCharsets.UTF_8);
    return URI.create(String.valueOf(out.readLine()));
  }

  public static void main(String[] arguments) throws InterruptedException {
    Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().data(Path.of(arguments[0])));
    System.out.println(sandbox.uri());
    new CountDownLatch(1).await();
  }
}
