import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured: of each contestant and metric every round's figure; shown as median (least–most). */
final class Figures {
  private final Map<String, Map<String, List<Double>>> byMetric = new LinkedHashMap<>();

  void add(String metric, String contestant, double figure) {
    byMetric
        .computeIfAbsent(metric, any -> new LinkedHashMap<>())
        .computeIfAbsent(contestant, any -> new ArrayList<>())
        .add(figure);
  }

  double median(String metric, String contestant) {
    List<Double> sorted = byMetric.getOrDefault(metric, Map.of()).getOrDefault(contestant, List.of()).stream().sorted().toList();
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** One table a metric: the figure, and as ratio to two of the contestants in the same run. */
  void print(String floor, String peer) {
    byMetric.forEach((metric, contestants) -> {
      System.out.printf("%n%-44s %28s %9s %9s%n", metric, "median (least–most)", "× " + floor, "× " + peer);
      contestants.keySet().forEach(contestant -> System.out.printf(
          Locale.ROOT,
          "  %-42s %28s %9s %9s%n",
          contestant,
          shown(metric, contestant),
          ratio(metric, contestant, floor),
          ratio(metric, contestant, peer)));
    });
  }

  /** The same for other programs. */
  void write(Path file, Map<String, String> about) throws IOException {
    StringBuilder json = new StringBuilder("{\"about\":{");
    json.append(String.join(
        ",", about.entrySet().stream().map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"").toList()));
    json.append("},\"figures\":[");
    List<String> lines = new ArrayList<>();
    byMetric.forEach((metric, contestants) -> contestants.forEach((contestant, figures) -> lines.add(String.format(
        Locale.ROOT,
        "%n{\"metric\":\"%s\",\"contestant\":\"%s\",\"median\":%.3f,\"least\":%.3f,\"most\":%.3f,\"rounds\":%d}",
        metric,
        contestant,
        median(metric, contestant),
        figures.stream().min(Double::compare).orElseThrow(),
        figures.stream().max(Double::compare).orElseThrow(),
        figures.size()))));
    Files.writeString(file, json.append(String.join(",", lines)).append("\n]}\n"));
  }

  private String shown(String metric, String contestant) {
    List<Double> figures = byMetric.get(metric).get(contestant);
    return number(median(metric, contestant))
        + (figures.size() == 1
            ? ""
            : " (" + number(figures.stream().min(Double::compare).orElseThrow()) + "–"
                + number(figures.stream().max(Double::compare).orElseThrow()) + ")");
  }

  private String ratio(String metric, String contestant, String to) {
    double ratio = median(metric, contestant) / median(metric, to);
    return Double.isFinite(ratio) ? String.format(Locale.ROOT, "%.2f", ratio) : "";
  }

  private static String number(double figure) {
    return String.format(Locale.ROOT, figure < 10 ? "%.2f" : figure < 1000 ? "%.1f" : "%,.0f", figure);
  }
}
