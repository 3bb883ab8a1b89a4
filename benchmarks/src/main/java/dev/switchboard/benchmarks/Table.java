package dev.switchboard.benchmarks;

import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints JMH's result file as one table, each figure also as a ratio to the lower bound of its work in the same run. */
public final class Table {
  private Table() {}

  public static void main(String[] args) throws IOException {
    Map<String, Json> runs = new LinkedHashMap<>();
    for (Json run : Json.parse(Files.readAllBytes(Path.of(args[0]))).items()) {
      String name = run.required("benchmark");
      runs.put(name.substring(name.lastIndexOf('.') + 1), run);
    }
    System.out.printf(
        "%-26s %12s %10s %12s %9s %9s%n",
        "work_contestant", "ns/op", "± ns", "bytes/op", "× limit", "B × limit");
    runs.forEach((name, run) -> {
      String work = name.substring(0, name.indexOf('_'));
      Json limit = runs.getOrDefault(work + "_limit", run);
      System.out.printf(
          Locale.ROOT,
          "%-26s %12.1f %10.1f %12.0f %9.2f %9.2f%n",
          name,
          nanos(run),
          run.get("primaryMetric").decimal("scoreError").orElse(BigDecimal.ZERO).doubleValue(),
          bytes(run),
          nanos(run) / nanos(limit),
          bytes(run) / Math.max(1, bytes(limit)));
    });
  }

  private static double nanos(Json run) {
    return run.get("primaryMetric").decimal("score").orElseThrow().doubleValue();
  }

  private static double bytes(Json run) {
    Json metrics = run.get("secondaryMetrics");
    Json allocated = metrics.has("gc.alloc.rate.norm")
        ? metrics.get("gc.alloc.rate.norm")
        : metrics.get("·gc.alloc.rate.norm");
    return allocated.decimal("score").orElse(BigDecimal.ZERO).doubleValue();
  }
}
