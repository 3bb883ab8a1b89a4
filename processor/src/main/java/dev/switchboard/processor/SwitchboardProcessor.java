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
import dev.switchboard.processor.javac.Missing;
import dev.switchboard.processor.javac.Read;
import dev.switchboard.processor.javac.Reporter;
import dev.switchboard.processor.javac.SiteIndex;
import dev.switchboard.processor.model.CapabilityKind;
import dev.switchboard.processor.model.HandlerClass;
import dev.switchboard.processor.model.Site;
import dev.switchboard.processor.model.Urls;
import dev.switchboard.processor.trees.CompilationWatch;
import dev.switchboard.processor.trees.SourceNames;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
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
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Entry point: reads each app, checks it, writes what belongs to it. Between rounds it keeps names and the files it wrote, never elements.
 */
@AutoService(Processor.class)
public final class SwitchboardProcessor extends AbstractProcessor {
  private static final String ANNOTATIONS = "dev.switchboard.annotations.";

  /** Findings that say what an app lacks: a misspelt annotation, or member of one, may have been meant to be just that. */
  private static final Set<Rule> ABSENCES = EnumSet.of(
      Rule.NAME_MISSING,
      Rule.CAPABILITY_WITHOUT_WEBHOOK,
      Rule.NOBODY_ANSWERS,
      Rule.WEBHOOK_WITHOUT_CAPABILITY,
      Rule.HANDLER_CLASS_WITHOUT_METHODS,
      Rule.CLASS_SETTINGS_UNUSED,
      Rule.NO_CAPABILITY,
      Rule.NO_CATCH_ALL);

  /** Apps to be read again in the next round, because they name what does not exist yet. */
  private final SortedSet<String> waiting = new TreeSet<>();

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
      AppReader reader = new AppReader(processingEnv);
      waiting.forEach(name -> {
        reportMissing(name, reader, reporter);
        withdraw(name);
      });
      return false;
    }
    // Sorted: the compiler lists annotated elements in the order of its command line.
    SortedSet<String> names = new TreeSet<>(waiting);
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
    if (read instanceof Read.Waiting) {
      waiting.add(name);
    } else if (read instanceof Read.Ready ready) {
      Urls urls = Urls.of(ready.app());
      List<Diagnostic> found = Checks.run(urls);
      boolean broken = found.stream().anyMatch(Diagnostic::isError);
      if (found.stream().anyMatch(SwitchboardProcessor::isAbsence) && isMisspelt(urls, type)) {
        broken = true;
        found = found.stream().filter(one -> !isAbsence(one)).toList();
      }
      found.stream()
          .sorted(Comparator.comparing(Diagnostic::site, sites.sourceOrder()))
          .forEach(diagnostic -> reporter.print(diagnostic, sites));
      if (broken) {
        withdraw(name);
      }
      write(
          broken ? AppGenerator.skeleton(urls) : AppGenerator.generate(urls), type, urls, reporter);
    }
  }

  private static boolean isAbsence(Diagnostic found) {
    return ABSENCES.contains(found.rule());
  }

  /** Whether the compiler has found a mistake in the spelling of annotations, and left those out of what it shows; says what was meant. */
  private boolean isMisspelt(Urls urls, TypeElement type) {
    Elements elements = processingEnv.getElementUtils();
    KnownTypes known = new KnownTypes(elements);
    String app = name(type.getQualifiedName().toString());
    boolean misspelt = SourceNames.hasUnknownMember(processingEnv, type);
    for (HandlerClass handlers : urls.app().distinctClasses()) {
      TypeElement one = elements.getTypeElement(handlers.type().qualifiedName());
      misspelt |= SourceNames.reportAnnotations(processingEnv, one, wrong -> {
        String suggestion = known.annotationSuggestion(wrong);
        String what = "the annotation '@" + wrong + "'";
        return suggestion.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Rule.TYPE_MISSING.at(Site.of(app), app, what, suggestion).text());
      });
    }
    return misspelt;
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

  /** Reads the app once more: no place of an element outlives its round. */
  private void reportMissing(String app, AppReader reader, Reporter reporter) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(app);
    SiteIndex sites = new SiteIndex();
    if (reader.read(type, sites) instanceof Read.Waiting later) {
      later.missing().forEach(one -> reportMissing(type, one, sites, reporter));
    }
  }

  private void reportMissing(
      TypeElement type, Missing missing, SiteIndex sites, Reporter reporter) {
    String app = type.getQualifiedName().toString();
    KnownTypes known = new KnownTypes(processingEnv.getElementUtils());
    String name = missing.name();
    String what = "";
    String suggestion = "";
    switch (missing.kind()) {
      case TYPE -> {
        what = "the type '" + name + "' that it names";
        suggestion = known.suggestion(name, app);
      }
      case HANDLER_CLASS -> {
        String listed = name.isEmpty()
            ? SourceNames.handler(processingEnv, type, missing.site().index())
            : name;
        what = "the class " + (listed.isEmpty() ? "" : "'" + listed + "' ")
            + "that it lists in handlers";
        suggestion = known.suggestion(listed, app);
      }
      case NO_CLASS -> {
        reporter.print(Rule.HANDLER_CLASS_WITHOUT_METHODS.at(missing.site(), name), sites);
        return;
      }
      case VALUE -> {
        return; // The compiler has said so, and no more is to be known.
      }
    }
    reporter.print(Rule.TYPE_MISSING.at(missing.site(), name(app), what, suggestion), sites);
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
