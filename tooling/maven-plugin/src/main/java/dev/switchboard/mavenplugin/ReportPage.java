package dev.switchboard.mavenplugin;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.manifest.scan.FoundApp;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.impl.SinkEventAttributeSet;
import org.apache.maven.reporting.AbstractMavenReportRenderer;

/** The page of the site. The picture is a file beside it: its colours are its own, in light and dark. */
final class ReportPage extends AbstractMavenReportRenderer {
  private final List<FoundApp> apps;
  private final ClassPathScan scan;
  private final String folder;

  ReportPage(Sink sink, List<FoundApp> apps, ClassPathScan scan, String folder) {
    super(sink);
    this.apps = apps;
    this.scan = scan;
    this.folder = folder;
  }

  @Override
  public String getTitle() {
    return "Vonage applications";
  }

  @Override
  protected void renderBody() {
    for (FoundApp app : apps) {
      Manifest manifest = app.manifest();
      startSection(manifest.app());
      int urls = manifest.routes().size();
      boolean callbacks =
          manifest.routes().stream().anyMatch(route -> route.capability().isEmpty());
      paragraph("\"" + manifest.application().name() + "\" has "
          + (urls == 1 ? "1 URL." : urls + " URLs.")
          + (callbacks
              ? " A callback is one that NCCOs lead to; the platform calls the others by itself."
              : ""));
      sink.figureGraphics(
          folder + "/" + manifest.app() + "/call-flow.svg",
          new SinkEventAttributeSet("alt", "Call-flow of " + manifest.app()));
      webhooks(manifest);
      endSection();
    }
  }

  private void webhooks(Manifest manifest) {
    startTable();
    tableHeader(new String[] {"Path", "Method", "Webhook", "Handlers"});
    for (Route route : manifest.routes()) {
      tableRow(new String[] {
        route.path(),
        route.method(),
        route.capability().map(capability -> capability + " " + route.kind()).orElse(route.kind()),
        route.handlers().stream().map(this::handler).collect(Collectors.joining(", "))
      });
    }
    endTable();
  }

  /** As the picture names it: PizzaLine#answer(AnswerRequest) (PizzaLine.java:41). */
  private String handler(String handler) {
    return Route.shortName(handler)
        + scan.source(handler).map(source -> " (" + source + ")").orElse("");
  }
}
