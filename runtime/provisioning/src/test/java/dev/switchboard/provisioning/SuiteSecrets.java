package dev.switchboard.provisioning;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Every secret that the suite made up, and everything it said. */
final class SuiteSecrets {
  /** Nothing that is no secret has so many of its letters in common with one. */
  static final int WINDOW = 16;

  private static final Set<String> ALL = ConcurrentHashMap.newKeySet();
  private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();

  private SuiteSecrets() {}

  /** A new one. */
  static String fresh() {
    return add(UUID.randomUUID().toString());
  }

  static String add(String secret) {
    ALL.add(secret);
    return secret;
  }

  static Set<String> all() {
    return Set.copyOf(ALL);
  }

  /** From now on what goes to standard output and standard error is kept, too. */
  static void listen() {
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
  static void say(Object thing) {
    byte[] text = (thing + "\n").getBytes(StandardCharsets.UTF_8);
    SAID.write(text, 0, text.length);
  }

  /** Keeps an exception with its causes and its stack. */
  static void say(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    say((Object) trace);
  }

  static byte[] said() {
    return SAID.toByteArray();
  }

  /**
   * The beginnings of all forms of a secret: plain, hex, URL-encoded, and base64 wherever in a longer text it may stand;
   * of a PEM text each line.
   */
  static List<String> needles(String secret) {
    List<String> forms = new ArrayList<>();
    secret
        .lines()
        .filter(line -> line.length() >= WINDOW && !line.startsWith("-----"))
        .forEach(line -> {
          byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
          String hex = HexFormat.of().formatHex(bytes);
          forms.add(line);
          forms.add(hex);
          forms.add(hex.toUpperCase(Locale.ROOT));
          forms.add(URLEncoder.encode(line, StandardCharsets.UTF_8));
          for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            // What stands before decides about the first letters.
            int own = before == 0 ? 0 : before + 1;
            forms.add(Base64.getEncoder().encodeToString(shifted).substring(own));
            forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(own));
          }
        });
    return forms.stream().map(form -> form.substring(0, WINDOW)).distinct().toList();
  }
}
