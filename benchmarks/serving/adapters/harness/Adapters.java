import dev.switchboard.webhooks.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Start-up and throughput of each adapter beside the same app by hand with the official SDK, each in a process of its own, contestant by
 * contestant in each round so that a busy minute hits all. Every webhook is signed.
 */
public final class Adapters {
  private static final String BY_HAND = "-vonage";
  private static final String FUNCTION = "lambda";
  private static final String START = "first answered webhook, ms";
  private static final String START_CPU = "CPU until then, ms";
  private static final String RESIDENT = "resident, MB";
  private static final String ANSWER = "CPU per answer, µs";
  private static final String EVENT = "CPU per event, µs";
  private static final String RATE = "answers a second";
  private static final Map<String, String> TITLES = new LinkedHashMap<>();

  static {
    TITLES.put("server", "embedded server (JDK)");
    TITLES.put("jetty-engine", "embedded server, `switchboard-jetty`");
    TITLES.put("jetty-servlet", "servlet in Jetty 12.1");
    TITLES.put("tomcat-servlet", "servlet in Tomcat 11");
    TITLES.put("spring-boot", "Spring Boot 4 starter");
    TITLES.put("helidon", "Helidon SE 4");
    TITLES.put(FUNCTION, "AWS Lambda");
  }

  private final Path work;
  private final List<Contestant.App> apps;
  private final Figures figures = new Figures();

  private Adapters(Path work, List<Contestant.App> apps) {
    this.work = work;
    this.apps = apps;
  }

  /** Arguments: the work folder, the page, starts, webhooks, rounds, then name=main=class path of each contestant. */
  public static void main(String[] args) throws Exception {
    int starts = Integer.parseInt(args[2]);
    int webhooks = Integer.parseInt(args[3]);
    int rounds = Integer.parseInt(args[4]);
    String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    List<Contestant.App> apps = Stream.of(args).skip(5).map(arg -> {
      String[] parts = arg.split("=", 3);
      return new Contestant.App(parts[0], parts[1], parts[2]);
    }).toList();
    Adapters run = new Adapters(Path.of(args[0]), apps);
    run.sameAnswers();
    for (int i = 1; i <= starts; i++) {
      System.err.printf("start %d of %d%n", i, starts);
      run.starts();
    }
    for (int round = 1; round <= rounds; round++) {
      run.round(webhooks, round + " of " + rounds);
    }
    String tables = run.tables();
    System.out.println(tables);
    Files.writeString(Path.of(args[1]), page(tables, String.format(
        Locale.ROOT,
        "%d processors with a load average of %s at the start, Java %s, `-Xmx64m -XX:+UseSerialGC`, %d starts, %d rounds of %,d webhooks after"
            + " as many to warm up",
        Runtime.getRuntime().availableProcessors(),
        load,
        Runtime.version().feature(),
        starts,
        rounds,
        webhooks)));
  }

  private List<Contestant.App> servers() {
    return apps.stream().filter(app -> !app.name().startsWith(FUNCTION)).toList();
  }

  private List<Contestant.App> functions() {
    return apps.stream().filter(app -> app.name().startsWith(FUNCTION)).toList();
  }

  /** A comparison of speed is one of the same work. */
  private void sameAnswers() throws Exception {
    Json expected = null;
    for (Contestant.App app : servers()) {
      try (Contestant running = Contestant.start(app, work, true, List.of());
          Connection connection = new Connection(running.port())) {
        connection.exchange(Kind.SIGNED_ANSWER.requests(1).apply(0));
        expected = same(app, expected, Json.parse(unchunked(connection.body())));
      }
    }
    Path events = Function.events(work, 2);
    for (Contestant.App app : functions()) {
      Json answer = Json.parse(Function.run(app, work, events).get("answer"));
      expected = same(app, expected, Json.parse(answer.required("body")));
    }
  }

  /** Where a server answers in chunks, the NCCO is between the first and the last bracket. */
  private static String unchunked(String body) {
    return body.substring(body.indexOf('['), body.lastIndexOf(']') + 1);
  }

  private static Json same(Contestant.App app, Json expected, Json answer) {
    if (expected != null && !expected.equals(answer)) {
      throw new IllegalStateException(app.name() + " answers another NCCO: " + answer);
    }
    return answer;
  }

  private void starts() throws Exception {
    for (Contestant.App app : servers()) {
      try (Contestant running = Contestant.start(app, work, true, List.of())) {
        figures.add(START, app.name(), running.startMillis());
        figures.add(START_CPU, app.name(), running.cpuMillis());
      }
    }
    Path events = Function.events(work, 2);
    for (Contestant.App app : functions()) {
      Map<String, String> run = Function.run(app, work, events);
      figures.add("cold invocation, ms", app.name(), Double.parseDouble(run.get("cold")));
      figures.add("from the start of the JVM, ms", app.name(), Double.parseDouble(run.get("process")));
    }
  }

  private void round(int webhooks, String name) throws Exception {
    for (Contestant.App app : servers()) {
      System.err.printf("round %s: %s%n", name, app.name());
      try (Contestant running = Contestant.start(app, work, true, List.of())) {
        Load.fast(running.port(), Kind.SIGNED_ANSWER, webhooks);
        Load.fast(running.port(), Kind.SIGNED_EVENT, webhooks);
        double cpu = running.cpuMillis();
        Load.Result answers = Load.fast(running.port(), Kind.SIGNED_ANSWER, webhooks);
        figures.add(ANSWER, app.name(), (running.cpuMillis() - cpu) * 1000 / webhooks);
        figures.add(RATE, app.name(), answers.perSecond());
        cpu = running.cpuMillis();
        Load.fast(running.port(), Kind.SIGNED_EVENT, webhooks);
        figures.add(EVENT, app.name(), (running.cpuMillis() - cpu) * 1000 / webhooks);
        figures.add(RESIDENT, app.name(), running.residentMegabytes());
      }
    }
    Path events = Function.events(work, webhooks * 2);
    for (Contestant.App app : functions()) {
      System.err.printf("round %s: %s%n", name, app.name());
      Map<String, String> run = Function.run(app, work, events);
      figures.add("CPU per warm invocation, µs", app.name(), Double.parseDouble(run.get("cpu")));
      figures.add("allocated per warm invocation, KB", app.name(), Double.parseDouble(run.get("bytes")));
    }
  }

  private String tables() {
    StringBuilder text = new StringBuilder();
    table(text, servers(), List.of(START, START_CPU, RESIDENT, ANSWER, EVENT, RATE));
    text.append('\n');
    table(
        text,
        functions(),
        List.of(
            "cold invocation, ms",
            "from the start of the JVM, ms",
            "CPU per warm invocation, µs",
            "allocated per warm invocation, KB"));
    return text.toString();
  }

  /** Ours, the app by hand where there is one, and the ratio of the two. */
  private void table(StringBuilder text, List<Contestant.App> all, List<String> metrics) {
    text.append("| | ").append(String.join(" | ", metrics)).append(" |\n|---|").append("---|".repeat(metrics.size())).append('\n');
    for (Contestant.App app : all) {
      if (app.name().endsWith(BY_HAND)) {
        continue;
      }
      String byHand = app.name() + BY_HAND;
      boolean compared = all.stream().anyMatch(other -> other.name().equals(byHand));
      // The engine has no peer of its own: by hand, Jetty is used as a servlet container.
      String peer = compared ? byHand : "jetty-servlet" + BY_HAND;
      row(text, "**" + TITLES.get(app.name()) + "**", metrics, app.name(), null);
      if (compared) {
        row(text, "the same by hand with the SDK", metrics, byHand, null);
      }
      row(text, compared ? "ratio" : "ratio to the servlet by hand in Jetty", metrics, app.name(), peer);
    }
  }

  private void row(StringBuilder text, String title, List<String> metrics, String app, String peer) {
    text.append("| ").append(title).append(" |");
    for (String metric : metrics) {
      double figure = figures.median(metric, app) / (peer == null ? 1 : figures.median(metric, peer));
      text.append(String.format(Locale.ROOT, figure >= 100 ? " %,.0f |" : figure >= 10 ? " %.1f |" : " %.2f |", figure));
    }
    text.append('\n');
  }

  private static String page(String tables, String machine) {
    return """
        # What the adapters cost

        Each adapter beside the same app by hand with the official SDK (9.3.1) behind the same server, in processes of their own. Every webhook is
        signed. Ours verifies signature and payload hash, refuses repeated tokens and checks each NCCO; by hand the signature alone is verified, since
        the SDK does no more. `benchmarks/serving/adapters.sh` measures and writes this page, and first sees that all give the same NCCO.

        Figures are medians. %s. Wall-clock figures (the first column, the last one, the cold invocation) suffer from whatever else
        the machine does; CPU time and ratios suffer least.

        %s
        The function is called in its process as Lambda's runtime calls it, one invocation after the other; the cold one makes the function and serves
        its first webhook. Answers and events take turns in the warm ones.
        """.formatted(machine, tables);
  }
}
