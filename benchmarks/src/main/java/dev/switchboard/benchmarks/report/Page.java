package dev.switchboard.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code docs/performance.md} and its plots from the figures of a run. What is missing is said in its place. */
public final class Page {
  private static final List<String> CONTESTANTS =
      List.of("bare", "switchboard", "jdk-vonage", "javalin-vonage", "spring-vonage");

  private final Run run;
  private final Path docs;
  private final StringBuilder page = new StringBuilder();

  private Page(Run run, Path docs) {
    this.run = run;
    this.docs = docs;
  }

  /** Arguments: the folder with the figures, the one of the page, and a file with what bounds the targets that are missed. */
  public static void main(String[] args) throws IOException {
    Page page = new Page(Run.read(Path.of(args[0])), Path.of(args[1]));
    page.write(Files.readString(Path.of(args[2])));
  }

  private void write(String bounds) throws IOException {
    Files.createDirectories(docs.resolve("performance"));
    line("# What it costs");
    line("");
    line(
        "`benchmarks/run.sh` measures all of this in one go and writes this page. Each figure is the same work, checked first to give the same");
    line(
        "answers, beside named peers and a lower bound in a file of its own, in the same run: on a machine that others use as well, ratios");
    line(
        "count, not figures. *Limit* is that lower bound: a streaming loop of jackson-core for what is read, its generator or a template for what is");
    line(
        "written, a check by hand, the raw RSA signature, and for servers the JDK's own with constant bytes (*bare*). A short form (profile `performance-check`) compares");
    line("with the ratios in `benchmarks/recorded.json`.");
    line("");
    line("Java " + run.java + ", "
        + text("machine.txt", "a machine that did not say what it is").strip()
        + ". Libraries: " + text("versions.txt", "versions not told").strip() + ".");
    failures();
    line("");
    line("## What we want, and have");
    line("");
    page.append(new Targets(run).table());
    line("");
    page.append(bounds.strip()).append('\n');
    warm();
    cold();
    serving();
    start();
    size();
    compileTime();
    Files.writeString(docs.resolve("performance.md"), page);
  }

  private void failures() throws IOException {
    String failed = text("failed.txt", "").strip();
    for (String part : failed.isEmpty() ? new String[0] : failed.split("\n")) {
      line("");
      line("**Of this run the part \"" + part
          + "\" failed; what it measures is missing or incomplete below.**");
    }
  }

  private void warm() throws IOException {
    section(
        "Warm",
        "In a JVM that has run the work for some seconds: thread CPU and bytes allocated for each call, median of the forks"
            + " (least–most of them). The SDK checks no payload hash; its user decodes the token once more for that, as"
            + " measured here.");
    if (missing(run.cpu)) {
      return;
    }
    line(
        "| work | contestant | CPU, ns | forks | bytes | CPU × limit | × avaje-jsonb | × SDK | bytes × limit |");
    line("|---|---|---:|---:|---:|---:|---:|---:|---:|");
    run.cpu.forEach((name, spread) -> {
      String work = work(name);
      line("| " + work + " | " + who(name) + " | " + spread + " | " + spread.count() + " | "
          + Spread.number(Math.round(run.bytes.median(name)))
          + " | " + ratio(run.cpu, name, work + "_limit")
          + " | " + ratio(run.cpu, name, work + "_avaje")
          + " | " + ratio(run.cpu, name, work + "_sdk")
          + " | "
          + (run.bytes.median(work + "_limit") < 1 ? "–" : ratio(run.bytes, name, work + "_limit"))
          + " |");
    });
    plotOfWorks("warm", "Thread CPU of a warm call", run.cpu);
    plotOfWorks("bytes", "Bytes allocated for each warm call", run.bytes);
  }

  private void cold() throws IOException {
    section(
        "Calls 2 to 100 of a JVM",
        "What a process that was just started pays, thread CPU for each call; the first call loads classes and is"
            + " left out. Each contestant in JVMs of its own, in turn.");
    if (missing(run.cold)) {
      return;
    }
    line("| work | contestant | CPU, ns | JVMs | × limit | × avaje-jsonb | × SDK |");
    line("|---|---|---:|---:|---:|---:|---:|");
    run.cold.forEach((name, spread) -> {
      String work = work(name);
      line("| " + work + " | " + who(name) + " | " + spread + " | " + spread.count()
          + " | " + ratio(run.cold, name, work + "_limit")
          + " | " + ratio(run.cold, name, work + "_avaje")
          + " | " + ratio(run.cold, name, work + "_sdk") + " |");
    });
    plotOfWorks("cold", "Thread CPU of calls 2 to 100", run.cold);
  }

  private void plotOfWorks(String file, String title, Run.Metric metric) throws IOException {
    Plot plot = new Plot(title, "ratio to the lower bound of the same run, logarithmic");
    metric.forEach((name, spread) -> {
      if (metric.median(work(name) + "_limit") >= 1 && !name.endsWith("_floor")) {
        plot.add(work(name), who(name), metric.ratio(name, work(name) + "_limit"));
      }
    });
    image(file, title, plot);
  }

  private void serving() throws IOException {
    section(
        "Serving",
        "The same app five times, each in a process of its own (64 MB heap, serial collector): on the JDK's bare server with"
            + " constant bytes, with Switchboard, and by hand with the official SDK on the JDK's server, Javalin and Spring Boot. An answer is three"
            + " actions with the caller's number in them; an event is parsed. Medians (least–most of the rounds), and in the next column the ratio to"
            + " bare. The client shares the cores with the server. The bare server's signed side checks signature and payload hash by hand; the SDK"
            + " checks the signature alone.");
    if (run.serving.isEmpty()) {
      line("**Not measured in this run.**");
      return;
    }
    header();
    run.serving.forEach((name, metric) -> {
      if (!isStart(name) && !isSize(name)) {
        row(name, metric, "");
      }
    });
    Plot plot = new Plot("Serving", "ratio to the bare server of the same run, logarithmic");
    for (String name : List.of(
        "CPU per answer, µs",
        "CPU per event, µs",
        "CPU per signed answer, µs",
        "CPU per signed event, µs",
        "resident after 10,000 webhooks, MB")) {
      bars(plot, name.replaceAll(", .*", ""), run.serving(name), "");
    }
    image("serving", "Server CPU and memory", plot);
  }

  private void start() throws IOException {
    section(
        "Start",
        "From the start of the process to its first answered webhook, plain, and with an archive of classes that the JVM wrote at the"
            + " end of a first run: class-data sharing, and on the newest JDK an AOT cache.");
    Plot plot = new Plot(
        "Start to the first answered webhook",
        "ratio to the bare server without an archive, logarithmic");
    starts(run.serving, run.java, "shared classes", plot);
    starts(run.newest, run.newestJava, "AOT cache", plot);
    image("start", "Start to the first answered webhook", plot);
    line("");
    line("```sh");
    line(
        "java -XX:ArchiveClassesAtExit=app.jsa -cp ... Main    # once; JDK 25 and newer: -XX:AOTCacheOutput=app.aot");
    line(
        "java -XX:SharedArchiveFile=app.jsa -cp ... Main       # from then on; JDK 25 and newer: -XX:AOTCache=app.aot");
    line("```");
  }

  private void starts(Map<String, Run.Metric> metrics, String java, String archive, Plot plot) {
    line("");
    line("Java " + java + ", with " + archive + ":");
    line("");
    if (!metrics.keySet().stream().anyMatch(Page::isStart)) {
      line("**Not measured in this run.**");
      return;
    }
    header();
    metrics.forEach((name, metric) -> {
      if (isStart(name)) {
        row(name, metric, "");
        row(name + ", with " + archive, metric, ", shared classes");
      }
    });
    Run.Metric first = metrics.getOrDefault("first answered webhook, ms", new Run.Metric());
    String feature = java.replaceAll("\\D.*", "");
    bars(plot, "Java " + feature, first, "");
    bars(plot, "Java " + feature + ", " + archive, first, ", shared classes");
  }

  private void size() throws IOException {
    section("Size", "What an app that serves brings beside itself.");
    if (run.serving("jars beside the app").isEmpty()) {
      line("**Not measured in this run.**");
      return;
    }
    header();
    run.serving.forEach((name, metric) -> {
      if (isSize(name)) {
        row(name, metric, "");
      }
    });
  }

  private void compileTime() throws IOException {
    section(
        "Compile time",
        "What the processor adds to javac; [compile-time.md](compile-time.md) says how it is measured and what bounds it.");
    line(text("compile-time.md", "**Not measured in this run.**").strip());
  }

  private void header() {
    line(
        "| | bare | Switchboard | × bare | SDK on the JDK's server | × | SDK on Javalin | × | SDK on Spring Boot | × |");
    line("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
  }

  private void row(String title, Run.Metric metric, String suffix) {
    StringBuilder row = new StringBuilder("| ").append(title);
    for (String contestant : CONTESTANTS) {
      Spread spread = metric.get(contestant + suffix);
      row.append(" | ").append(spread == null ? "–" : spread.toString());
      if (!contestant.equals("bare")) {
        double ratio = metric.ratio(contestant + suffix, "bare");
        row.append(" | ").append(Double.isFinite(ratio) ? Spread.number(ratio) : "–");
      }
    }
    line(row.append(" |").toString());
  }

  private static void bars(Plot plot, String group, Run.Metric metric, String suffix) {
    for (String contestant : CONTESTANTS) {
      plot.add(group, contestant, metric.ratio(contestant + suffix, "bare"));
    }
  }

  private void image(String name, String title, Plot plot) throws IOException {
    Files.writeString(docs.resolve("performance/" + name + ".svg"), plot.svg());
    line("");
    line("![" + title + "](performance/" + name + ".svg)");
  }

  private boolean missing(Run.Metric metric) {
    if (metric.isEmpty()) {
      line("**Not measured in this run.**");
    }
    return metric.isEmpty();
  }

  private static boolean isStart(String metric) {
    return metric.startsWith("first answered") || metric.startsWith("CPU until");
  }

  private static boolean isSize(String metric) {
    return metric.contains("jars");
  }

  private static String work(String name) {
    return name.substring(0, name.indexOf('_'));
  }

  private static String who(String name) {
    return name.substring(name.indexOf('_') + 1);
  }

  private static String ratio(Run.Metric metric, String name, String to) {
    double ratio = metric.ratio(name, to);
    return Double.isFinite(ratio)
        ? ratio < 0.1 ? String.format(Locale.ROOT, "%.4f", ratio) : Spread.number(ratio)
        : "–";
  }

  private String text(String file, String otherwise) throws IOException {
    return run.text(file).orElse(otherwise);
  }

  private void section(String title, String words) {
    line("");
    line("## " + title);
    line("");
    line(words);
    line("");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
