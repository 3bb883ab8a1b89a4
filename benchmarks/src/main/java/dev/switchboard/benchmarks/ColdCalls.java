package dev.switchboard.benchmarks;

import com.vonage.client.voice.EventWebhook;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.SignatureSecrets;
import dev.switchboard.webhooks.signing.Verification;
import dev.switchboard.webhooks.signing.WebhookSigner;
import dev.switchboard.webhooks.signing.WebhookVerifier;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a JVM that has just started pays: the thread CPU of calls 2 to 100, the first left out since it loads classes. Each
 * contestant gets a JVM of its own, in turn, as often as the argument says; the median counts, and the lower bound of each
 * work is measured between ours and the peers in the same run.
 */
public final class ColdCalls {
  private static final int LAST = 100;
  private static final List<String> CONTESTANTS = List.of(
      "event_switchboard",
      "event_limit",
      "event_avaje",
      "event_sdk",
      "inbound_switchboard",
      "inbound_limit",
      "inbound_avaje",
      "inbound_sdk",
      "ncco_switchboard",
      "ncco_limit",
      "verify_switchboard",
      "verify_limit");

  private final String secret = "a signature secret long enough for every library here";
  private final WebhookRequest signed = WebhookSigner.of(secret)
      .sign(
          WebhookRequest.post("/webhooks/event", new String(Bodies.EVENT, StandardCharsets.UTF_8)));
  private final String token =
      signed.header("Authorization").orElseThrow().substring("Bearer ".length());

  private ColdCalls() {}

  /**
   * Measures.
   *
   * @param args how many JVMs a contestant, or the name of the one to call here
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args[0].contains("_")) {
      System.out.println(args[0].startsWith("verify")
          ? new ColdCalls().measureVerify(args[0])
          : measure(args[0]));
    } else {
      compare(Integer.parseInt(args[0]));
    }
  }

  private static void compare(int forks) throws IOException, InterruptedException {
    long[][] nanos = new long[CONTESTANTS.size()][forks];
    for (int fork = 0; fork < forks; fork++) {
      for (int i = 0; i < CONTESTANTS.size(); i++) {
        nanos[i][fork] = inOwnJvm(CONTESTANTS.get(i));
      }
    }
    System.out.printf(
        "%nthread CPU of calls 2 to %d, median (least to most) of %d JVMs%n", LAST, forks);
    for (int i = 0; i < CONTESTANTS.size(); i++) {
      Arrays.sort(nanos[i]);
      String name = CONTESTANTS.get(i);
      int limit = CONTESTANTS.indexOf(name.substring(0, name.indexOf('_')) + "_limit");
      System.out.printf(
          Locale.ROOT,
          "%-22s %9.1f µs a call (%.1f to %.1f)  × limit %.2f%n",
          name,
          micros(nanos[i][forks / 2]),
          micros(nanos[i][0]),
          micros(nanos[i][forks - 1]),
          nanos[i][forks / 2] / (double) median(nanos[limit]));
    }
  }

  private static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double micros(long nanos) {
    return nanos / 1000.0 / (LAST - 1);
  }

  private static long inOwnJvm(String contestant) throws IOException, InterruptedException {
    Process jvm = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ColdCalls.class.getName(),
            contestant)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    String out = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (jvm.waitFor() != 0) {
      throw new IllegalStateException(contestant + " failed");
    }
    return Long.parseLong(out);
  }

  private static long measure(String contestant) {
    long start = 0;
    int seen = 0;
    for (int call = 1; call <= LAST; call++) {
      seen += call(contestant);
      if (call == 1) {
        start = cpu();
      }
    }
    return used(start, seen);
  }

  private long measureVerify(String contestant) {
    WebhookVerifier verifier =
        WebhookVerifier.of(SignatureSecrets.of(secret), Clock.systemUTC());
    HandVerify byHand = new HandVerify(secret);
    long start = 0;
    int seen = 0;
    for (int call = 1; call <= LAST; call++) {
      boolean accepted = contestant.endsWith("limit")
          ? byHand.verify(token, Bodies.EVENT)
          : verifier.verify(signed, Duration.ofDays(1)) instanceof Verification.Accepted;
      seen += accepted ? 1 : 0;
      if (call == 1) {
        start = cpu();
      }
    }
    return used(start, seen);
  }

  private static long used(long start, int seen) {
    long used = cpu() - start;
    if (seen == 0) {
      throw new IllegalStateException("nothing was done");
    }
    return used;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static int call(String contestant) {
    return switch (contestant) {
      case "event_switchboard" -> Served.event(Bodies.EVENT);
      case "event_limit" -> CoreStrings.read(Bodies.EVENT).uuid.length();
      case "event_avaje" -> Avaje.EVENT.fromJson(Bodies.EVENT).uuid().length();
      case "event_sdk" ->
        EventWebhook.fromJson(new String(Bodies.EVENT, StandardCharsets.UTF_8))
            .getCallUuid()
            .length();
      case "inbound_switchboard" -> Served.inbound(Bodies.INBOUND);
      case "inbound_limit" -> CoreStrings.read(Bodies.INBOUND).uuid.length();
      case "inbound_avaje" -> Avaje.INBOUND.fromJson(Bodies.INBOUND).messageUuid().length();
      case "inbound_sdk" ->
        com.vonage.client.messages.InboundMessage.fromJson(
                new String(Bodies.INBOUND, StandardCharsets.UTF_8))
            .getText()
            .length();
      case "ncco_switchboard" -> Served.write("447700900000").length;
      case "ncco_limit" -> CoreNcco.write("447700900000").length;
      default -> throw new IllegalArgumentException(contestant);
    };
  }
}
