package dev.switchboard.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** One figure: the median of several measurements, and how far they lie apart. */
record Spread(double median, double least, double most, int count) {
  static Spread of(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int size = sorted.size();
    return new Spread(
        (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2,
        sorted.get(0),
        sorted.get(size - 1),
        size);
  }

  /** The median, and the spread where there is one. */
  @Override
  public String toString() {
    return number(median) + (least == most ? "" : " (" + number(least) + "–" + number(most) + ")");
  }

  static String number(double figure) {
    if (Double.isNaN(figure)) {
      return "–";
    }
    String format = figure == 0 ? "%.0f" : figure < 10 ? "%.2f" : figure < 100 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, figure);
  }
}
