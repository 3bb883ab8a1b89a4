package dev.switchboard.provisioning.export;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The call-flow as an SVG picture, drawn as the sandbox's console draws it: a box for each URL with the methods behind it. On the
 * left what the platform calls by itself, on the right what it calls because an NCCO says so.
 */
final class CallFlowPicture {
  private static final int MARGIN = 20;
  private static final int LINE = 17;
  private static final int PADDING = 12;
  private static final int BETWEEN = 22;
  private static final int TITLE = 30;

  /** The widest letter of the font below, in pixels: a box is too wide rather than too narrow. */
  private static final double LETTER = 7.3;

  /** Colours of the console, in light and dark. */
  private static final String STYLE = """
      <style>
        svg { background: #ffffff; } rect { fill: #f7f7f9; stroke: #d9dae2; stroke-width: 1.5px; }
        text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: #1b1c24; } .faint { fill: #585b6b; }
        @media (prefers-color-scheme: dark) {
          svg { background: #1d1f27; } rect { fill: #14151b; stroke: #363947; } text { fill: #eceef5; } .faint { fill: #a9adbe; }
        }
      </style>
      """.indent(2);

  private CallFlowPicture() {}

  private record Box(List<String> lines) {
    int height() {
      return 2 * PADDING + lines.size() * LINE - 4;
    }
  }

  private record Column(String title, List<Box> boxes) {
    int width() {
      int letters = boxes.stream()
          .flatMap(box -> box.lines().stream())
          .mapToInt(String::length)
          .reduce(title.length(), Math::max);
      return (int) Math.ceil(letters * LETTER) + 2 * PADDING;
    }

    int height() {
      return TITLE + boxes.stream().mapToInt(box -> box.height() + BETWEEN).sum();
    }
  }

  static String document(Manifest manifest, Function<String, Optional<String>> sources) {
    List<Column> columns = new ArrayList<>();
    column("The platform calls", true, manifest, sources).ifPresent(columns::add);
    column("NCCOs lead to", false, manifest, sources).ifPresent(columns::add);
    int width = MARGIN
        + columns.stream().mapToInt(column -> column.width() + 2 * MARGIN).sum();
    int height = 2 * MARGIN + columns.stream().mapToInt(Column::height).reduce(0, Math::max);
    StringBuilder svg = new StringBuilder(String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">%n",
        width,
        height,
        width,
        height));
    svg.append("  <title>Call-flow of ").append(escaped(manifest.app())).append("</title>\n");
    svg.append(STYLE);
    int left = MARGIN;
    for (Column column : columns) {
      draw(column, left, svg);
      left += column.width() + 2 * MARGIN;
    }
    return svg.append("</svg>\n").toString().replace(System.lineSeparator(), "\n");
  }

  private static Optional<Column> column(
      String title,
      boolean declared,
      Manifest manifest,
      Function<String, Optional<String>> sources) {
    List<Box> boxes = manifest.routes().stream()
        .filter(route -> route.capability().isPresent() == declared)
        .map(route -> box(route, sources))
        .toList();
    return boxes.isEmpty() ? Optional.empty() : Optional.of(new Column(title, boxes));
  }

  private static Box box(Route route, Function<String, Optional<String>> sources) {
    List<String> lines = new ArrayList<>();
    lines.add(
        route.capability().map(capability -> capability + " " + route.kind()).orElse("callback"));
    lines.add(route.method() + " " + route.path());
    for (String handler : route.handlers()) {
      lines.add(Route.shortName(handler)
          + sources.apply(handler).map(source -> "  " + source).orElse(""));
    }
    return new Box(lines);
  }

  private static void draw(Column column, int left, StringBuilder svg) {
    int top = MARGIN;
    text(left, top + 12, true, column.title(), svg);
    top += TITLE;
    for (Box box : column.boxes()) {
      svg.append(String.format(
          Locale.ROOT,
          "  <rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"/>%n",
          left,
          top,
          column.width(),
          box.height()));
      int line = top + PADDING + 9;
      for (int i = 0; i < box.lines().size(); i++) {
        text(left + PADDING, line, i != 1, box.lines().get(i), svg);
        line += LINE;
      }
      top += box.height() + BETWEEN;
    }
  }

  private static void text(int x, int y, boolean faint, String text, StringBuilder svg) {
    svg.append(String.format(
        Locale.ROOT,
        "  <text x=\"%d\" y=\"%d\"%s>%s</text>%n",
        x,
        y,
        faint ? " class=\"faint\"" : "",
        escaped(text)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
