package dev.switchboard.provisioning;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Every secret that the suite made up, and everything it said. Other modules use it as {@code test-jar}. */
public final class SuiteSecrets {
  private static final Set<String> ALL = ConcurrentHashMap.newKeySet();
  private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();

  private SuiteSecrets() {}

  /** A new one. */
  public static String fresh() {
    return add(UUID.randomUUID().toString());
  }

  /** Remembers one that was made elsewhere. */
  public static String add(String secret) {
    ALL.add(secret);
    return secret;
  }

  /** All of them. */
  public static Set<String> all() {
    return Set.copyOf(ALL);
  }

  /** From now on what goes to standard output and standard error is kept, too. */
  public static void listen() {
    System.setOut(tee(System.out));
    System.setErr(tee(System.err));
  }

  private static PrintStream tee(PrintStream real) {
    OutputStream both = new OutputStream() {
      @Override
      public void write(int b) {
        real.write(b);
        SAID.write(b);
      }

      @Override
      public void write(byte[] bytes, int from, int length) {
        real.write(bytes, from, length);
        SAID.write(bytes, from, length);
      }

      @Override
      public void flush() {
        real.flush();
      }
    };
    return new PrintStream(both, true, StandardCharsets.UTF_8);
  }

  /** Keeps what a person or a log might see. */
  public static void say(Object thing) {
    byte[] text = (thing + "\n").getBytes(StandardCharsets.UTF_8);
    SAID.write(text, 0, text.length);
  }

  /** Keeps an exception with its causes and its stack. */
  public static void say(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    say((Object) trace);
  }

  /** Everything that was said since. */
  public static byte[] said() {
    return SAID.toByteArray();
  }
}
