package dev.switchboard.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What we want, each as a ratio within one run, and whether this run has it. */
final class Targets {
  private static final String OURS = "switchboard";
  private static final String BARE = "bare";
  private static final String PEER = "avaje-http";
  private static final String SPRING = "spring-vonage";

  private record Target(String what, String against, double most, double measured) {}

  private final List<Target> all = new ArrayList<>();

  Targets(Run run) {
    serving(run);
    for (String work : List.of("event", "inbound")) {
      String what = work.equals("event") ? "parse an event" : "parse an inbound message";
      add(what, "avaje-jsonb", 1.3, run.cpu.ratio(work + "_switchboard", work + "_avaje"));
      add(what, "the official SDK", 0.02, run.cpu.ratio(work + "_switchboard", work + "_sdk"));
      add(
          what + ", calls 2 to 100 of a JVM",
          "a jackson-core streaming loop",
          1.2,
          run.cold.ratio(work + "_switchboard", work + "_limit"));
    }
    add("write a three-action NCCO", "jackson-core's generator", 1.1, limit(run, "ncco"));
    add("a constant NCCO", "a head-and-tail template", 3, limit(run, "constant"));
    add(
        "verify a signed webhook with payload_hash",
        "the check by hand",
        1.2,
        limit(run, "verify"));
    add("mint an API JWT", "the raw RSA signature", 1.03, limit(run, "mint"));
    add(
        "the check by hand, itself a bound",
        "raw HMAC and SHA-256",
        2.5,
        run.cpu.ratio("verify_limit", "verify_floor"));
    compiling(run);
    add(
        "jars that switchboard-runtime brings",
        "(a number)",
        5,
        run.serving("jars beside the app").median(OURS));
    add("megabytes of them", "(a number)", 2, run.serving("megabytes of jars").median(OURS));
  }

  private void serving(Run run) {
    Run.Metric start = run.serving("first answered webhook, ms");
    String what = "process start to first answered webhook";
    add(what, "the bare server", 1.5, start.ratio(OURS, BARE));
    add(what, "Spring Boot with the SDK", 0.2, start.ratio(OURS, SPRING));
    add(
        what + " with shared classes",
        "the bare server without",
        1,
        start.ratio(OURS + ", shared classes", BARE));
    add(
        "resident memory after 10,000 webhooks",
        "the bare server",
        1.2,
        run.serving("resident after 10,000 webhooks, MB").ratio(OURS, BARE));
    Run.Metric answer = run.serving("CPU per answer, µs");
    Run.Metric event = run.serving("CPU per event, µs");
    add("server CPU per answer", "the bare server", 1.3, answer.ratio(OURS, BARE));
    add("server CPU per event", "the bare server", 1.3, event.ratio(OURS, BARE));
    add("server CPU per answer", "Spring Boot with the SDK", 0.125, answer.ratio(OURS, SPRING));
    add("server CPU per event", "Spring Boot with the SDK", 0.25, event.ratio(OURS, SPRING));
    for (String kind : List.of("answer", "event")) {
      Run.Metric plain = run.serving("CPU per " + kind + ", µs");
      Run.Metric signed = run.serving("CPU per signed " + kind + ", µs");
      add(
          "what a signature adds to an " + kind,
          "the check by hand",
          1.2,
          added(signed, plain, OURS) / added(signed, plain, BARE));
    }
    for (String kind : List.of("answer", "event")) {
      add(
          "p99 of an " + kind + " at half of the highest throughput",
          "the bare server",
          1.5,
          run.serving("p99 at half of that, " + kind + ", ms").ratio(OURS, BARE));
    }
  }

  private void compiling(Run run) {
    Run.Metric cpu = run.compiling("added CPU, ms a class");
    Run.Metric bytes = run.compiling("allocated, KB a class");
    for (int size : new int[] {10, 100, 1000, 5000}) {
      String what = String.format(Locale.ROOT, " an app class adds to javac, %,d classes", size);
      add("CPU that" + what, "avaje-http", 1, cpu.ratio(OURS + ", " + size, PEER + ", " + size));
      add(
          "allocation that" + what,
          "avaje-http",
          1,
          bytes.ratio(OURS + ", " + size, PEER + ", " + size));
    }
  }

  /** A difference of two figures says nothing where each was measured once, or where it is lost in their spread. */
  private static double added(Run.Metric signed, Run.Metric plain, String contestant) {
    Spread with = signed.get(contestant);
    Spread without = plain.get(contestant);
    return with == null || with.count() < 3 || without == null || with.median() <= without.median()
        ? Double.NaN
        : with.median() - without.median();
  }

  private static double limit(Run run, String work) {
    return run.cpu.ratio(work + "_switchboard", work + "_limit");
  }

  private void add(String what, String against, double most, double measured) {
    all.add(new Target(what, against, most, measured));
  }

  String table() {
    StringBuilder table =
        new StringBuilder("| what | against | at most | measured | |\n|---|---|---:|---:|---|\n");
    for (Target target : all) {
      table.append(String.format(
          Locale.ROOT,
          "| %s | %s | %s | %s | %s |%n",
          target.what(),
          target.against(),
          shown(target.most()),
          shown(target.measured()),
          Double.isNaN(target.measured())
              ? "not measured"
              : target.measured() <= target.most() ? "met" : "**missed**"));
    }
    return table.toString();
  }

  private static String shown(double ratio) {
    if (Double.isNaN(ratio)) {
      return "–";
    }
    String format = ratio % 1 == 0 ? "%.0f" : ratio < 0.1 ? "%.4f" : ratio < 1 ? "%.3f" : "%.2f";
    return String.format(Locale.ROOT, format, ratio);
  }
}
