package dev.switchboard.processor;

import com.google.auto.service.AutoService;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.processor.check.Checks;
import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.generate.AppGenerator;
import dev.switchboard.processor.generate.Output;
import dev.switchboard.processor.javac.AppReader;
import dev.switchboard.processor.javac.AppWriter;
import dev.switchboard.processor.javac.KnownTypes;
import dev.switchboard.processor.javac.ManifestFiles;
import dev.switchboard.processor.javac.Read;
import dev.switchboard.processor.javac.Reporter;
import dev.switchboard.processor.javac.SiteIndex;
import dev.switchboard.processor.model.CapabilityKind;
import dev.switchboard.processor.model.Site;
import dev.switchboard.processor.model.Urls;
import dev.switchboard.processor.trees.CompilationWatch;
import dev.switchboard.processor.trees.SourceNames;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Entry point: reads each app, checks it, writes what belongs to it. Between rounds it keeps names and the files it wrote, never elements.
 */
@AutoService(Processor.class)
public final class SwitchboardProcessor extends AbstractProcessor {
  private static final String ANNOTATIONS = "dev.switchboard.annotations.";

  /** Apps to be read again in the next round, with the type that each waits for. */
  private final SortedMap<String, Read.Waiting> waiting = new TreeMap<>();

  private @Nullable ManifestFiles manifests;

  /** Called by the compiler. */
  public SwitchboardProcessor() {}

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    CompilationWatch.attach(environment, manifests());
  }

  private ManifestFiles manifests() {
    if (manifests == null) {
      manifests = new ManifestFiles(processingEnv::getFiler);
    }
    return manifests;
  }

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
      if (round.errorRaised() || !waiting.isEmpty()) {
        manifests().expectClasses(); // There will be none.
      }
      waiting.forEach((name, later) -> {
        reportMissing(name, later, reporter);
        withdraw(name);
      });
      return false;
    }
    // Sorted: the compiler lists annotated elements in the order of its command line.
    SortedSet<String> names = new TreeSet<>(waiting.keySet());
    waiting.clear();
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (element instanceof TypeElement type) {
          names.add(type.getQualifiedName().toString());
        }
      }
    }
    AppReader reader = new AppReader(processingEnv);
    for (String name : names) {
      guarded(name, reader, reporter);
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
      withdraw(name);
    }
  }

  /** An app that cannot be built leaves no manifest behind, not even that of its better days. */
  private void withdraw(String name) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
    if (type != null) {
      String binaryName = processingEnv.getElementUtils().getBinaryName(type).toString();
      manifests().withdraw(Manifest.resourceName(binaryName));
    }
  }

  private void processApp(String name, AppReader reader, Reporter reporter) {
    TypeElement type =
        processingEnv.getElementUtils().getTypeElement(name); // Looked up afresh in every round.
    if (!reader.hasRuntime()) {
      report(Rule.RUNTIME_MISSING, name, reporter, name(name));
      withdraw(name);
      return;
    }
    SiteIndex sites = new SiteIndex();
    Read read = reader.read(type, sites);
    if (read instanceof Read.Waiting later) {
      waiting.put(name, later);
    } else if (read instanceof Read.Ready ready) {
      Urls urls = Urls.of(ready.app());
      List<Diagnostic> found = Checks.run(urls);
      found.stream()
          .sorted(Comparator.comparing(Diagnostic::site, sites.sourceOrder()))
          .forEach(diagnostic -> reporter.print(diagnostic, sites));
      boolean broken = found.stream().anyMatch(Diagnostic::isError);
      if (broken) {
        withdraw(name);
      }
      write(
          broken ? AppGenerator.skeleton(urls) : AppGenerator.generate(urls), type, urls, reporter);
    }
  }

  private void write(List<Output> outputs, TypeElement type, Urls urls, Reporter reporter) {
    AppWriter writer = new AppWriter(processingEnv.getFiler(), manifests());
    String app = type.getQualifiedName().toString();
    String router = urls.app().type().sibling("Router").qualifiedName();
    boolean whole = true;
    for (Output output : outputs) {
      if (output instanceof Output.Source source) {
        if (!writer.write(source, type, router)) {
          report(Rule.GENERATED_NAME_TAKEN, app, reporter, source.type().simpleName(), name(app));
          whole = false;
        }
      } else if (whole) {
        writer.write(output, type, router); // The manifest comes last.
      }
    }
    if (!whole) {
      withdraw(app);
    }
  }

  private void reportMissing(String app, Read.Waiting waiting, Reporter reporter) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(app);
    boolean listed = waiting.entry() >= 0;
    String missing = waiting.type().isEmpty()
        ? SourceNames.handler(processingEnv, type, waiting.entry())
        : waiting.type();
    String what = listed
        ? "the class " + (missing.isEmpty() ? "" : "'" + missing + "' ")
            + "that it lists in handlers"
        : "the type '" + missing + "' that it names";
    String suggestion = new KnownTypes(processingEnv.getElementUtils()).suggestion(missing, app);
    reporter.print(
        Rule.TYPE_MISSING.at(
            listed ? AppReader.entry(app, waiting.entry()) : Site.of(app),
            name(app),
            what,
            suggestion),
        AppReader.sites(type));
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
