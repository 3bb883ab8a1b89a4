package dev.switchboard.benchmarks.report;

import dev.switchboard.benchmarks.Contestant;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The figures of one run, read from the files that its parts left; a part that left none is missing. */
final class Run {
  /** Figures by contestant, in the order they were measured. */
  static final class Metric extends LinkedHashMap<String, Spread> {
    private static final long serialVersionUID = 1L;

    double median(String contestant) {
      Spread spread = get(contestant);
      return spread == null ? Double.NaN : spread.median();
    }

    /** NaN where either was not measured. */
    double ratio(String contestant, String to) {
      return median(contestant) / median(to);
    }
  }

  private final Path folder;

  /** Contestants are named {@code event_switchboard} here. */
  final Metric cpu = new Metric();

  final Metric bytes = new Metric();
  final Metric cold = new Metric();
  final Map<String, Metric> serving = new LinkedHashMap<>();
  final Map<String, Metric> newest = new LinkedHashMap<>();

  /** Contestants are named {@code switchboard, 100} here. */
  final Map<String, Metric> compiling = new LinkedHashMap<>();

  String java = "unknown";
  String newestJava = "25 or newer";

  private Run(Path folder) {
    this.folder = folder;
  }

  static Run read(Path folder) throws IOException {
    Run run = new Run(folder);
    run.micro(List.of(run.json("micro.json"), run.json("micro-sdk.json")));
    for (Json entry : run.json("cold.json").items()) {
      run.cold.put(
          entry.required("contestant").toLowerCase(Locale.ROOT),
          Spread.of(numbers(entry.get("nanos"))));
    }
    Json serving = run.json("serving/serving.json");
    metrics(serving, run.serving);
    run.java = serving.get("about").text("java").orElse(run.java);
    Json newest = run.json("serving-newest/serving.json");
    metrics(newest, run.newest);
    run.newestJava = newest.get("about").text("java").orElse(run.newestJava);
    metrics(run.json("compile-time.json"), run.compiling);
    return run;
  }

  /** Warm calls alone. */
  static Run ofWarm(Path file) throws IOException {
    Run run = new Run(file.resolveSibling("."));
    run.micro(List.of(Json.parse(Files.readAllBytes(file))));
    return run;
  }

  private void micro(List<Json> files) {
    Map<Contestant, Json> entries =
        new EnumMap<>(Contestant.class); // in their order, whatever that of the files
    for (Json file : files) {
      for (Json entry : file.items()) {
        entries.put(Contestant.valueOf(entry.get("params").required("contestant")), entry);
      }
    }
    entries.values().forEach(this::micro);
  }

  /** What a part printed, where it left that. */
  Optional<String> text(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  Metric serving(String metric) {
    return serving.getOrDefault(metric, new Metric());
  }

  Metric compiling(String metric) {
    return compiling.getOrDefault(metric, new Metric());
  }

  private void micro(Json entry) {
    String contestant = entry.get("params").required("contestant").toLowerCase(Locale.ROOT);
    Json metrics = entry.get("secondaryMetrics");
    cpu.put(contestant, ofForks(metrics.get("thread.cpu")));
    bytes.put(contestant, ofForks(metrics.get("gc.alloc.rate.norm")));
    java = entry.text("vmVersion").orElse(java);
  }

  /** The middle of the forks' medians. */
  private static Spread ofForks(Json metric) {
    List<Double> medians = new ArrayList<>();
    for (Json fork : metric.get("rawData").items()) {
      medians.add(Spread.of(numbers(fork)).median());
    }
    return Spread.of(medians);
  }

  private static void metrics(Json file, Map<String, Metric> metrics) {
    for (Json figure : file.get("figures").items()) {
      metrics
          .computeIfAbsent(figure.required("metric"), any -> new Metric())
          .put(
              figure.required("contestant"),
              new Spread(
                  number(figure.get("median")),
                  number(figure.get("least")),
                  number(figure.get("most")),
                  (int) number(figure.get("rounds"))));
    }
  }

  private static List<Double> numbers(Json array) {
    return array.items().stream().map(Run::number).toList();
  }

  private static double number(Json value) {
    return value.decimal().map(BigDecimal::doubleValue).orElse(Double.NaN);
  }

  private Json json(String name) throws IOException {
    Path file = folder.resolve(name);
    // JMH leaves an empty file where it fails.
    return Files.exists(file) && Files.size(file) > 0
        ? Json.parse(Files.readAllBytes(file))
        : Json.object();
  }
}
