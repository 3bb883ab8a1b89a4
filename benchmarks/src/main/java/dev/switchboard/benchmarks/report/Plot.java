package dev.switchboard.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars in groups, on a logarithmic scale of ratios; the line at 1 is what they are measured against. */
final class Plot {
  private static final int LABELS = 190;
  private static final int WIDTH = 560;
  private static final int BAR = 18;

  private record Bar(String group, String label, double ratio, String colour) {}

  private final String title;
  private final String axis;
  private final List<Bar> bars = new ArrayList<>();

  Plot(String title, String axis) {
    this.title = title;
    this.axis = axis;
  }

  /** Adds a bar where there is a figure. */
  void add(String group, String label, double ratio) {
    if (Double.isFinite(ratio) && ratio > 0) {
      bars.add(new Bar(group, label, ratio, colour(label)));
    }
  }

  private static String colour(String label) {
    return label.startsWith("switchboard")
        ? "#1f6feb"
        : label.startsWith("limit") || label.startsWith("bare") ? "#8b949e" : "#d29922";
  }

  String svg() {
    double least = Math.min(0.5, bars.stream().mapToDouble(Bar::ratio).min().orElse(1));
    double most = Math.max(2, bars.stream().mapToDouble(Bar::ratio).max().orElse(1));
    double low = Math.log10(least) - 0.05;
    double scale = WIDTH / (Math.log10(most) - low + 0.2);
    StringBuilder body = new StringBuilder();
    int y = 48;
    String group = "";
    for (Bar bar : bars) {
      if (!bar.group().equals(group)) {
        group = bar.group();
        y += 8;
        text(body, 8, y + 13, "start", "font-weight=\"bold\" ", group);
        y += BAR;
      }
      double length = Math.max(1, (Math.log10(bar.ratio()) - low) * scale);
      text(body, LABELS - 8, y + 13, "end", "", bar.label());
      body.append(String.format(
          Locale.ROOT,
          "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
          LABELS,
          y,
          length,
          BAR - 4,
          bar.colour()));
      text(body, LABELS + length + 5, y + 12, "start", "", Spread.number(bar.ratio()));
      y += BAR;
    }
    double one = LABELS - low * scale;
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\""
                + " font-family=\"sans-serif\" font-size=\"12\" fill=\"#24292f\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
            LABELS + WIDTH + 60,
            y + 16,
            escaped(title))
        + line(8, 20, "font-size=\"15\" font-weight=\"bold\" ", title)
        + line(8, 38, "fill=\"#57606a\" ", axis)
        + body
        + String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"46\" x2=\"%.1f\" y2=\"%d\" stroke=\"#24292f\" stroke-dasharray=\"3 3\"/>%n</svg>%n",
            one,
            one,
            y + 4);
  }

  private static String line(int x, int y, String style, String words) {
    StringBuilder out = new StringBuilder();
    text(out, x, y, "start", style, words);
    return out.toString();
  }

  private static void text(
      StringBuilder out, double x, int y, String anchor, String style, String words) {
    out.append(String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\" %s>%s</text>%n",
        x,
        y,
        anchor,
        style,
        escaped(words)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
