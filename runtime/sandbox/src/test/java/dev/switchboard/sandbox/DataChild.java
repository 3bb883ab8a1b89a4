package dev.switchboard.sandbox;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A sandbox with a data file in a process of its own, to be killed. Prints its address. */
final class DataChild {
  private DataChild() {}

  public static void main(String[] arguments) throws InterruptedException {
    Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().data(Path.of(arguments[0])));
    System.out.println(sandbox.uri());
    new CountDownLatch(1).await();
  }
}
