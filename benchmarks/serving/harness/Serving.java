import dev.switchboard.webhooks.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Start-up, memory, CPU time, allocation and latency of an app that answers webhooks: ours, the bare server, and the official SDK by
 * hand, each in a process of its own, contestant by contestant in each round so that a busy minute hits all.
 */
public final class Serving {
  private static final String BARE = "bare";
  private static final String OURS = "switchboard";
  private static final String SPRING = "spring-vonage";

  private final Path work;
  private final List<Contestant.App> apps;
  private final Figures figures = new Figures();

  private Serving(Path work, List<Contestant.App> apps) {
    this.work = work;
    this.apps = apps;
  }

  /** Arguments: the work folder, starts, rounds, seconds a measurement, then name=main=class path of each contestant. */
  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]);
    int starts = Integer.parseInt(args[1]);
    int rounds = Integer.parseInt(args[2]);
    double seconds = Double.parseDouble(args[3]);
    List<Contestant.App> apps = Stream.of(args).skip(4).map(arg -> {
      String[] parts = arg.split("=", 3);
      return new Contestant.App(parts[0], parts[1], parts[2]);
    }).toList();
    Serving serving = new Serving(work, apps);
    serving.sameAnswers();
    serving.sizes();
    serving.startUps(starts);
    for (int round = 1; round <= rounds; round++) {
      for (Contestant.App app : apps) {
        for (Kind kind : Kind.values()) {
          System.err.printf("round %d of %d: %s %s%n", round, rounds, app.name(), kind);
          serving.serve(app, kind, seconds);
        }
      }
    }
    serving.figures.print(BARE, SPRING);
    serving.addedBySigning();
    Map<String, String> about = new LinkedHashMap<>();
    about.put("java", System.getProperty("java.vm.version"));
    about.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    about.put("starts", args[1]);
    about.put("rounds", args[2]);
    serving.figures.write(work.resolve("serving.json"), about);
  }

  /** A comparison of speed is one of the same work. */
  private void sameAnswers() throws Exception {
    Json expected = null;
    for (Contestant.App app : apps) {
      try (Contestant running = Contestant.start(app, work, false, List.of());
          Connection connection = new Connection(running.port())) {
        connection.exchange(Kind.ANSWER.requests(1).apply(0));
        Json answer = Json.parse(connection.body());
        if (expected != null && !expected.equals(answer)) {
          throw new IllegalStateException(app.name() + " answers another NCCO: " + connection.body());
        }
        expected = answer;
      }
    }
  }

  private void sizes() throws IOException {
    for (Contestant.App app : apps) {
      // The last jar is the app itself.
      List<String> jars = List.of(app.classPath().split(File.pathSeparator));
      long bytes = 0;
      for (String jar : jars.subList(0, jars.size() - 1)) {
        bytes += Files.size(Path.of(jar));
      }
      figures.add("jars beside the app", app.name(), jars.size() - 1);
      figures.add("megabytes of jars", app.name(), bytes / 1e6);
    }
  }

  private void startUps(int starts) throws Exception {
    Map<String, List<String>> sharing = new LinkedHashMap<>();
    for (Contestant.App app : apps) {
      sharing.put(app.name(), archive(app));
    }
    for (int i = 0; i < starts; i++) {
      System.err.printf("start %d of %d%n", i + 1, starts);
      for (Contestant.App app : apps) {
        start(app, app.name(), List.of());
        start(app, app.name() + ", shared classes", sharing.get(app.name()));
      }
    }
  }

  /** Runs it once to record its classes: an AOT cache where the JDK makes one in a single run, a class-data archive elsewhere. */
  private List<String> archive(Contestant.App app) throws Exception {
    boolean aot = Runtime.version().feature() >= 25;
    Path file = work.resolve(app.name() + (aot ? ".aot" : ".jsa"));
    Files.deleteIfExists(file);
    try (Contestant running = Contestant.start(
            app, work, false, List.of((aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file))) {
      Load.fast(running.port(), Kind.ANSWER, 50);
      Load.fast(running.port(), Kind.EVENT, 50);
    }
    if (!Files.exists(file)) {
      throw new IOException(app.name() + " left no archive: " + Files.readString(work.resolve(app.name() + ".out")));
    }
    return aot ? List.of("-XX:AOTCache=" + file) : List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto");
  }

  private void start(Contestant.App app, String row, List<String> options) throws Exception {
    try (Contestant running = Contestant.start(app, work, false, options)) {
      figures.add("first answered webhook, ms", row, running.startMillis());
      figures.add("CPU until then, ms", row, running.cpuMillis());
    }
  }

  private void serve(Contestant.App app, Kind kind, double seconds) throws Exception {
    String name = app.name();
    String what = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    try (Contestant running = Contestant.start(app, work, kind.signed, List.of())) {
      double rate = Load.fast(running.port(), kind, 10_000).perSecond();
      if (kind == Kind.ANSWER) {
        figures.add("resident after 10,000 webhooks, MB", name, running.residentMegabytes());
      }
      rate = Load.fast(running.port(), kind, (int) (rate * seconds)).perSecond();
      int count = (int) (rate * seconds);
      double cpu = running.cpuMillis();
      double allocated = running.allocatedKilobytes();
      Load.Result fast = Load.fast(running.port(), kind, count);
      figures.add("CPU per " + what + ", µs", name, (running.cpuMillis() - cpu) * 1000 / count);
      figures.add("allocated per " + what + ", KB", name, (running.allocatedKilobytes() - allocated) / count);
      figures.add(what + "s a second", name, fast.perSecond());
      Load.Result steady = Load.steady(running.port(), kind, fast.perSecond() / 2, seconds);
      figures.add("p50 at half of that, " + what + ", ms", name, steady.millis(0.5));
      figures.add("p99 at half of that, " + what + ", ms", name, steady.millis(0.99));
      figures.add("p99.9 at half of that, " + what + ", ms", name, steady.millis(0.999));
    }
  }

  /** What a signature adds to a webhook: ours beside the bare server with its check by hand. */
  private void addedBySigning() {
    for (String what : List.of("answer", "event")) {
      double ours = figures.median("CPU per signed " + what + ", µs", OURS) - figures.median("CPU per " + what + ", µs", OURS);
      double byHand = figures.median("CPU per signed " + what + ", µs", BARE) - figures.median("CPU per " + what + ", µs", BARE);
      System.out.printf(
          Locale.ROOT,
          "%na signature adds to an %s: ours %.1f µs, by hand %.1f µs, ratio %.2f%n",
          what,
          ours,
          byHand,
          ours / byHand);
    }
  }
}
