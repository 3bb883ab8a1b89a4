package dev.switchboard.benchmarks.report;

import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares a short run with the recorded ratios of ours to the lower bounds. Bytes hardly vary, so 5 % more is a change; CPU
 * varies on a busy machine, so only 1.6 times as much is one.
 */
public final class Check {
  private static final double BYTES = 1.05;
  private static final double CPU = 1.6;

  private Check() {}

  /** Arguments: JMH's result file, the recorded ratios, and {@code record} to write these. */
  public static void main(String[] args) throws IOException {
    Run run = Run.ofWarm(Path.of(args[0]));
    Path recorded = Path.of(args[1]);
    Map<String, Json> ratios = new LinkedHashMap<>();
    for (String name : run.cpu.keySet()) {
      String limit = name.replace("_switchboard", "_limit");
      // What allocates nothing has no ratio that could grow.
      if (name.endsWith("_switchboard") && run.bytes.median(name) >= 1) {
        ratios.put(
            name.substring(0, name.indexOf('_')),
            Json.object(
                "cpu", rounded(run.cpu.ratio(name, limit)),
                "bytes", rounded(run.bytes.ratio(name, limit))));
      }
    }
    if (args.length > 2 && args[2].equals("record")) {
      Files.writeString(recorded, text(ratios));
      return;
    }
    List<String> failures = failures(ratios, Json.parse(Files.readAllBytes(recorded)));
    if (!failures.isEmpty()) {
      failures.forEach(failure -> System.out.println("FAILED: " + failure));
      System.exit(1);
    }
    System.out.println("Within 5 % of the recorded bytes and 1.6 times the recorded CPU.");
  }

  /** Prints how ratios compare with the recorded ones, and returns a sentence for each that is too high or missing. */
  static List<String> failures(Map<String, Json> ratios, Json recorded) {
    List<String> failures = new ArrayList<>();
    System.out.printf(
        "%-12s %22s %22s%n", "work", "CPU × limit (recorded)", "bytes × limit (rec.)");
    for (String work : recorded.names()) {
      Json known = recorded.get(work);
      Json now = ratios.get(work);
      if (now == null) {
        failures.add(work + " was not measured");
        continue;
      }
      System.out.printf(
          Locale.ROOT,
          "%-12s %12.2f (%7.2f) %12.3f (%7.3f)%n",
          work,
          number(now, "cpu"),
          number(known, "cpu"),
          number(now, "bytes"),
          number(known, "bytes"));
      compare(work, "bytes", BYTES, now, known, failures);
      compare(work, "cpu", CPU, now, known, failures);
    }
    ratios.keySet().stream()
        .filter(work -> !recorded.has(work))
        .forEach(work -> failures.add(work + " has no recorded ratio"));
    return failures;
  }

  private static void compare(
      String work, String what, double most, Json now, Json known, List<String> failures) {
    double times = number(now, what) / number(known, what);
    if (!(times <= most)) {
      failures.add(String.format(
          Locale.ROOT,
          "%s: %s %.2f times the recorded ratio to the lower bound, at most %.2f",
          work,
          what,
          times,
          most));
    }
  }

  private static double number(Json ratios, String name) {
    return ratios.decimal(name).orElseThrow().doubleValue();
  }

  private static double rounded(double ratio) {
    return Math.round(ratio * 1000) / 1000.0;
  }

  private static String text(Map<String, Json> ratios) {
    StringBuilder text = new StringBuilder("{");
    ratios.forEach((work, ratio) -> text.append(text.length() == 1 ? "\n" : ",\n")
        .append("  \"" + work + "\": " + ratio.write()));
    return text.append("\n}\n").toString();
  }
}
