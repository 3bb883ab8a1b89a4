import java.io.IOException;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What an annotation processor adds to javac: N classes of four annotated methods each, one fresh JVM for each compilation. {@code off} is
 * {@code -proc:none} on the same sources, {@code pregen} is {@code -proc:none} on sources and generated sources together, {@code on} runs
 * the processor. Quoted are the CPU time and the allocation of javac's thread, which a busy machine disturbs least, and the peak heap;
 * medians where there are several forks.
 *
 * <p>{@code java CompileTime.java <work folder> <name>=<class path>... -- <sizes>}; run.sh does that.
 */
public final class CompileTime {
  private static final int HANDLERS = 4;
  private static final String OURS = "switchboard";
  private static final String PEER = "avaje-http";

  /** Our processor with nothing of javac but the standard API, so that it cannot look for NCCOs: the difference is what looking costs. */
  private static final String UNWATCHED = "switchboard, NCCOs unchecked";

  /** A processor that does nothing, on our sources: what javac takes for another round, whoever asks for it. */
  private static final String IDLE = "a processor that does nothing";

  /** From this size on, only javac alone, ours and the peer that we are measured against. */
  private static final int LARGE = 5000;

  /** Several times what the largest compilation holds, so that javac is measured and not the collector. */
  private static final String HEAP = "-Xmx6g";

  private CompileTime() {}

  /** One compilation. */
  private record Sample(double cpuMillis, double allocatedMb, double peakMb) {

    Sample minus(Sample other) {
      return new Sample(cpuMillis - other.cpuMillis, allocatedMb - other.allocatedMb, peakMb - other.peakMb);
    }

    static Sample median(List<Sample> forks) {
      return new Sample(
          median(forks, Sample::cpuMillis), median(forks, Sample::allocatedMb), median(forks, Sample::peakMb));
    }

    private static double median(List<Sample> forks, ToDoubleFunction<Sample> figure) {
      double[] sorted = forks.stream().mapToDouble(figure).sorted().toArray();
      return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
  }

  /**
   * One contestant at one size.
   *
   * @param pregen as {@code off} where the processor writes no sources
   */
  private record Row(String contestant, int size, int forks, Sample off, Sample on, Sample pregen, double generatedKb) {

    Sample added() {
      return on.minus(off);
    }

    double millisPerClass() {
      return added().cpuMillis() / size;
    }

    double kbPerClass() {
      return 1024 * added().allocatedMb() / size;
    }
  }

  /** Starts one compilation, or with the argument {@code child} is one. */
  public static void main(String... args) throws Exception {
    if (args[0].equals("child")) {
      child(Path.of(args[1]), Path.of(args[2]), args[3], args[4], args.length > 5 ? Path.of(args[5]) : null);
      return;
    }
    Path work = Path.of(args[0]);
    Map<String, String> contestants = new LinkedHashMap<>();
    int at = 1;
    for (; !args[at].equals("--"); at++) {
      String[] parts = args[at].split("=", 2);
      contestants.put(parts[0], parts[1]);
    }
    List<Integer> sizes = Stream.of(args).skip(at + 1).map(Integer::valueOf).toList();
    List<Row> rows = new ArrayList<>();
    header();
    for (int size : sizes) {
      List<Contestant> running = new ArrayList<>();
      for (Map.Entry<String, String> one : contestants.entrySet()) {
        if (size < LARGE || one.getKey().equals(OURS) || one.getKey().equals(PEER)) {
          running.add(prepared(work, one.getKey(), one.getValue(), size));
        }
      }
      // In turns, so that what else the machine does strikes all alike.
      for (int fork = 0; fork < forks(OURS, size); fork++) {
        for (Contestant one : running) {
          if (fork < forks(one.name(), size)) {
            one.compile();
          }
        }
      }
      // As soon as they are there: a run that is ended early has the smaller sizes.
      for (Contestant one : running) {
        delete(one.folder());
        Row row = one.row();
        rows.add(row);
        if (row.contestant().equals(OURS)) {
          printAlone(row);
        }
        print(row);
        System.err.printf(Locale.ROOT, "%s %d: %.2f ms, %.0f KB a class%n", row.contestant(), size, row.millisPerClass(),
            row.kbPerClass());
      }
      Files.writeString(work.resolve("compile-time.json"), json(rows));
    }
    printComparisons(rows, List.copyOf(contestants.keySet()));
  }

  private static void header() {
    System.out.printf(Locale.ROOT, "JDK %s, %d processors; per class: one annotated class with %d methods.%n%n",
        Runtime.version(), Runtime.getRuntime().availableProcessors(), HANDLERS);
    System.out.println("| contestant | N | forks | javac CPU ms, off | on | added CPU ms/class | added KB/class | peak heap MB, off | on "
        + "| generated source KB/class | of it compiling what was generated: ms/class | KB/class |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
  }

  private static void printAlone(Row row) {
    System.out.printf(Locale.ROOT,
        "| javac alone, on our sources | %d | %d | %.0f | | %.2f in all | %.0f in all | %.0f | | | | |%n", row.size(), row.forks(),
        row.off().cpuMillis(), row.off().cpuMillis() / row.size(), 1024 * row.off().allocatedMb() / row.size(), row.off().peakMb());
  }

  private static void printComparisons(List<Row> rows, List<String> contestants) {
    System.out.println();
    System.out.println("| contestant | sizes | slope: added CPU ms/class | added KB/class |");
    System.out.println("|---|---|---:|---:|");
    for (String contestant : contestants) {
      List<Row> own = rows.stream().filter(row -> row.contestant().equals(contestant)).toList();
      for (int i = 1; i < own.size(); i++) {
        Row from = own.get(i - 1);
        Row to = own.get(i);
        Sample more = to.added().minus(from.added());
        int classes = to.size() - from.size();
        System.out.printf(Locale.ROOT, "| %s | %d to %d | %.2f | %.0f |%n", contestant, from.size(), to.size(),
            more.cpuMillis() / classes, 1024 * more.allocatedMb() / classes);
      }
    }
    System.out.println();
    for (Row ours : rows) {
      rows.stream()
          .filter(row -> ours.contestant().equals(OURS) && row.contestant().equals(PEER) && row.size() == ours.size())
          .forEach(peer -> System.out.printf(Locale.ROOT,
              "At N = %d, %s adds %.2f times the CPU and %.2f times the allocation of %s.%n", ours.size(), OURS,
              ours.millisPerClass() / peer.millisPerClass(), ours.kbPerClass() / peer.kbPerClass(), PEER));
    }
  }

  /** What the page's targets are judged by; the contestants' names need no escape. */
  private static String json(List<Row> rows) {
    StringJoiner figures = new StringJoiner(",\n  ", "{\"figures\": [\n  ", "\n]}\n");
    for (Row row : rows) {
      figures.add(figure("added CPU, ms a class", row, row.millisPerClass()));
      figures.add(figure("allocated, KB a class", row, row.kbPerClass()));
    }
    return figures.toString();
  }

  private static String figure(String metric, Row row, double value) {
    return String.format(Locale.ROOT,
        "{\"metric\": \"%s\", \"contestant\": \"%s, %d\", \"median\": %4$.3f, \"least\": %4$.3f, \"most\": %4$.3f, \"rounds\": %5$d}",
        metric, row.contestant(), row.size(), value, row.forks());
  }

  private static void print(Row row) {
    boolean sources = row.generatedKb() > 0;
    Sample generated = row.pregen().minus(row.off());
    System.out.printf(Locale.ROOT, "| %s | %d | %d | %.0f | %.0f | %.2f | %.0f | %.0f | %.0f | %.2f | %s | %s |%n", row.contestant(),
        row.size(), row.forks(), row.off().cpuMillis(), row.on().cpuMillis(), row.millisPerClass(), row.kbPerClass(),
        row.off().peakMb(), row.on().peakMb(), row.generatedKb(),
        sources ? String.format(Locale.ROOT, "%.2f", generated.cpuMillis() / row.size()) : "no sources",
        sources ? String.format(Locale.ROOT, "%.0f", 1024 * generated.allocatedMb() / row.size()) : "");
  }

  /** A contestant's project of one size, and what its compilations took. */
  private record Contestant(String name, String classPath, int size, Path folder, List<Sample> off, List<Sample> on, List<Sample> pregen,
      List<Double> generatedKb) {

    void compile() throws Exception {
      Path sources = folder.resolve("src");
      Path generated = folder.resolve("gen");
      delete(generated);
      String mode = name.equals(UNWATCHED) ? "unwatched" : name.equals(IDLE) ? "idle" : "on";
      on.add(fork(sources, folder.resolve("on"), classPath, mode, generated));
      off.add(fork(sources, folder.resolve("off"), classPath, "off", null));
      double kb = 0;
      for (Path file : java(generated)) {
        kb += Files.size(file) / 1024.0;
      }
      generatedKb.add(kb);
      if (kb > 0) {
        pregen.add(fork(sources, folder.resolve("pregen"), classPath, "pregen", generated));
      }
    }

    Row row() {
      Sample alone = Sample.median(off);
      return new Row(name, size, on.size(), alone, Sample.median(on), pregen.isEmpty() ? alone : Sample.median(pregen),
          generatedKb.get(0) / size);
    }
  }

  private static Contestant prepared(Path work, String contestant, String classPath, int size) throws IOException {
    Path folder = work.resolve(contestant + "-" + size);
    delete(folder);
    Path sources = Files.createDirectories(folder.resolve("src"));
    for (int i = 0; i < size; i++) {
      Files.writeString(sources.resolve("C" + i + ".java"), source(contestant, i));
      if (contestant.equals("dagger") && i % 10 == 9) {
        Files.writeString(sources.resolve("K" + i + ".java"), component(i));
      }
    }
    return new Contestant(contestant, classPath, size, folder, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
        new ArrayList<>());
  }

  /** More of them where they are short, and for the two that are compared. */
  private static int forks(String contestant, int size) {
    boolean compared = contestant.equals(OURS) || contestant.equals(PEER);
    if (size >= LARGE) {
      return 1;
    }
    if (size > 100) {
      return compared ? 3 : 1;
    }
    return compared ? 5 : 2;
  }

  private static Sample fork(Path sources, Path out, String classPath, String mode, Path generated) throws Exception {
    delete(out);
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-cp",
        System.getProperty("compiletime.classes"), "CompileTime", "child", sources.toString(), out.toString(), classPath, mode));
    if (generated != null) {
      command.add(Files.createDirectories(generated).toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    String[] numbers = said.substring(said.lastIndexOf("RESULT ") + 7).strip().split(" ", 3);
    return new Sample(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2]));
  }

  /** Runs in the fresh JVM: compiles once, on this thread. */
  private static void child(Path sources, Path out, String classPath, String mode, Path generated) throws Exception {
    Files.createDirectories(out);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options = new ArrayList<>(List.of("--release", "17", "-cp", classPath, "-d", out.toString()));
    List<Path> files = new ArrayList<>(java(sources));
    if (mode.equals("on") || mode.equals("unwatched") || mode.equals("idle")) {
      options.addAll(List.of("-processorpath", classPath, "-s", generated.toString()));
    } else {
      options.add("-proc:none");
    }
    if (mode.equals("pregen")) {
      files.addAll(java(generated));
    }
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long cpu = threads.getCurrentThreadCpuTime();
    long allocated = threads.getThreadAllocatedBytes(thread);
    StringWriter said = new StringWriter();
    boolean succeeded;
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      var task = compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files));
      if (mode.equals("unwatched")) {
        task.setProcessors(List.of(new Unwatched(processor(classPath))));
      } else if (mode.equals("idle")) {
        task.setProcessors(List.of(new Idle()));
      }
      succeeded = task.call();
    }
    cpu = threads.getCurrentThreadCpuTime() - cpu;
    allocated = threads.getThreadAllocatedBytes(thread) - allocated;
    long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
    if (!succeeded) {
      System.out.println(said);
      System.exit(1);
    }
    System.out.printf(Locale.ROOT, "RESULT %.1f %.2f %.1f%n", cpu / 1e6, allocated / 1048576.0, peak / 1048576.0);
  }

  private static Processor processor(String classPath) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : classPath.split(System.getProperty("path.separator"), -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    ClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), CompileTime.class.getClassLoader());
    return (Processor) loader.loadClass("dev.switchboard.processor.SwitchboardProcessor").getConstructor().newInstance();
  }

  /** A processor that takes the compiler for one that is not javac. */
  private static final class Unwatched extends AbstractProcessor {
    private final Processor processor;

    Unwatched(Processor processor) {
      this.processor = processor;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public synchronized void init(ProcessingEnvironment javac) {
      processor.init((ProcessingEnvironment) Proxy.newProxyInstance(CompileTime.class.getClassLoader(),
          new Class<?>[] {ProcessingEnvironment.class}, (proxy, method, args) -> method.invoke(javac, args)));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }
  }

  /** A processor for our annotations that leaves it at that. */
  private static final class Idle extends AbstractProcessor {
    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("dev.switchboard.annotations.*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return false;
    }
  }

  private static List<Path> java(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static String source(String contestant, int i) {
    return switch (contestant) {
      case OURS, UNWATCHED, IDLE -> """
          package many;

          import dev.switchboard.annotations.*;
          import dev.switchboard.webhooks.ncco.Ncco;
          import dev.switchboard.webhooks.voice.*;

          @VoiceApp(name = "App %1$d")
          public class C%1$d {
            @AnswerUrl("/%1$d/answer")
            Ncco answer(AnswerRequest call) {
              return Ncco.of(Ncco.talk("one"));
            }

            @CallbackUrl("/%1$d/choice")
            Ncco choice(InputEvent input) {
              return Ncco.of(Ncco.talk("two"));
            }

            @FallbackAnswerUrl("/%1$d/sorry")
            Ncco sorry(FallbackRequest call) {
              return Ncco.of(Ncco.talk("three"));
            }

            @EventUrl("/%1$d/event")
            void over(CallEvent.Completed event) {}
          }
          """.formatted(i);
      case "micronaut" -> """
          package many;

          import io.micronaut.http.annotation.*;

          @Controller("/%1$d")
          public class C%1$d {
          %2$s}
          """.formatted(i, methods("  @Get(\"/m%d/{id}\")\n  public String m%d(String id) {\n    return id;\n  }\n"));
      case PEER -> """
          package many;

          import io.avaje.http.api.*;

          @Controller("/%1$d")
          public class C%1$d {
          %2$s}
          """.formatted(i, methods("  @Get(\"/m%d/{id}\")\n  public String m%d(String id) {\n    return id;\n  }\n"));
      case "mapstruct" -> """
          package many;

          import org.mapstruct.Mapper;

          @Mapper
          public interface C%1$d {
          %2$s
            class A { public String a; public String b; public int c; public long d; public String e; public boolean f; }
            class B { public String a; public String b; public int c; public long d; public String e; public boolean f; }
          }
          """.formatted(i, methods("  B m%d(A from%d);\n"));
      case "dagger" -> """
          package many;

          import dagger.*;

          @dagger.Module
          public class C%1$d {
          %2$s
            static final class T0 {} static final class T1 {} static final class T2 {} static final class T3 {}
          }
          """.formatted(i, methods("  @Provides\n  T%d m%d() {\n    return new T0();\n  }\n").replace("T1 m1() {\n    return new T0", "T1 m1() {\n    return new T1")
              .replace("T2 m2() {\n    return new T0", "T2 m2() {\n    return new T2").replace("T3 m3() {\n    return new T0", "T3 m3() {\n    return new T3"));
      default -> throw new IllegalArgumentException(contestant);
    };
  }

  /** For ten modules. */
  private static String component(int last) {
    StringBuilder modules = new StringBuilder();
    StringBuilder methods = new StringBuilder();
    for (int i = last - 9; i <= last; i++) {
      modules.append(modules.isEmpty() ? "" : ", ").append("C").append(i).append(".class");
      methods.append("  C").append(i).append(".T0 t").append(i).append("();\n");
    }
    return "package many;\n\n@dagger.Component(modules = {" + modules + "})\ninterface K" + last + " {\n" + methods + "}\n";
  }

  private static String methods(String template) {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < HANDLERS; i++) {
      methods.append(template.formatted(i, i));
    }
    return methods.toString();
  }
}
