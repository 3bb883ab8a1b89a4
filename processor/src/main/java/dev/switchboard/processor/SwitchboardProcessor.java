package dev.switchboard.processor;

import com.google.auto.service.AutoService;
import dev.switchboard.processor.check.Checks;
import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.generate.AppGenerator;
import dev.switchboard.processor.generate.Output;
import dev.switchboard.processor.javac.AppReader;
import dev.switchboard.processor.javac.AppWriter;
import dev.switchboard.processor.javac.Read;
import dev.switchboard.processor.javac.Reporter;
import dev.switchboard.processor.javac.SiteIndex;
import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.CapabilityKind;
import dev.switchboard.processor.model.Site;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Entry point: reads each app, checks it, writes what belongs to it. Between rounds it keeps names, never elements. */
@AutoService(Processor.class)
public final class SwitchboardProcessor extends AbstractProcessor {
  private static final String ANNOTATIONS = "dev.switchboard.annotations.";

  /** Apps to be read again in the next round, with the type that each waits for. */
  private final SortedMap<String, String> waiting = new TreeMap<>();

  /** Called by the compiler. */
  public SwitchboardProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Stream.concat(
            Stream.of("SwitchboardApp"),
            Stream.of(CapabilityKind.values()).map(CapabilityKind::annotation))
        .map(ANNOTATIONS::concat)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  /** Never claims: other processors may want the same annotations. */
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Reporter reporter = new Reporter(processingEnv.getMessager());
    if (round.processingOver()) {
      waiting.forEach((name, type) -> report(Rule.TYPE_MISSING, name, reporter, name(name), type));
      return false;
    }
    // Sorted: the compiler lists annotated elements in the order of its command line.
    SortedMap<String, String> names = new TreeMap<>(waiting);
    waiting.clear();
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (element instanceof TypeElement type) {
          names.put(type.getQualifiedName().toString(), "");
        }
      }
    }
    AppReader reader = new AppReader(processingEnv);
    for (Map.Entry<String, String> entry : names.entrySet()) {
      guarded(entry.getKey(), reader, reporter);
    }
    return false;
  }

  /** A bug must not look like the user's mistake, nor stop the next app. */
  private void guarded(String name, AppReader reader, Reporter reporter) {
    try {
      processApp(name, reader, reporter);
    } catch (RuntimeException bug) {
      StringWriter trace = new StringWriter();
      bug.printStackTrace(new PrintWriter(trace));
      report(Rule.BUG, name, reporter, name(name), trace);
    }
  }

  private void processApp(String name, AppReader reader, Reporter reporter) {
    TypeElement type =
        processingEnv.getElementUtils().getTypeElement(name); // Looked up afresh in every round.
    if (!reader.hasRuntime()) {
      report(Rule.RUNTIME_MISSING, name, reporter, name(name));
      return;
    }
    SiteIndex sites = new SiteIndex();
    Read read = reader.read(type, sites);
    if (read instanceof Read.Waiting later) {
      waiting.put(name, later.what());
    } else if (read instanceof Read.Ready ready) {
      AppModel app = ready.app();
      List<Diagnostic> found = Checks.run(app);
      found.stream()
          .sorted(Comparator.comparing(Diagnostic::site, sites.sourceOrder()))
          .forEach(diagnostic -> reporter.print(diagnostic, sites));
      boolean broken = found.stream().anyMatch(Diagnostic::isError);
      AppWriter writer = new AppWriter(processingEnv.getFiler());
      for (Output output : broken ? AppGenerator.skeleton(app) : AppGenerator.generate(app)) {
        writer.write(output, type);
      }
    }
  }

  private void report(Rule rule, String app, Reporter reporter, Object... args) {
    SiteIndex sites = new SiteIndex();
    TypeElement type = processingEnv.getElementUtils().getTypeElement(app);
    if (type != null) {
      sites.add(Site.of(app), type);
    }
    reporter.print(rule.at(Site.of(app), args), sites);
  }

  private static String name(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }
}
