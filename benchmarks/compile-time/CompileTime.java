import java.io.IOException;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What an annotation processor adds to javac: N classes of four annotated methods each, one fresh JVM for each compilation. {@code off} is
 * {@code -proc:none} on the same sources, {@code pregen} is {@code -proc:none} on sources and generated sources together, {@code on} runs
 * the processor. Quoted are the CPU time and the allocation of javac's thread, which a busy machine disturbs least, and the peak heap.
 *
 * <p>{@code java CompileTime.java <work folder> <name>=<class path>... -- <sizes>}; run.sh does that.
 */
public final class CompileTime {
  private static final int HANDLERS = 4;

  private CompileTime() {}

  /** One compilation. */
  private record Sample(double cpuMillis, double allocatedMb, double peakMb) {}

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
    System.out.println("| contestant | N | off ms | on ms | added ms/class | added KB/class | peak MB off, on | of it compiling the generated text, ms/class |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (Map.Entry<String, String> one : contestants.entrySet()) {
      double[] before = null;
      for (int i = at + 1; i < args.length; i++) {
        int size = Integer.parseInt(args[i]);
        double[] now = measure(work, one.getKey(), one.getValue(), size);
        if (before != null) {
          System.out.printf(Locale.ROOT, "| %s | slope | | | %.2f | %.0f | | |%n", one.getKey(),
              (now[0] - before[0]) / (now[2] - before[2]), 1024 * (now[1] - before[1]) / (now[2] - before[2]));
        }
        before = now;
      }
    }
  }

  private static double[] measure(Path work, String contestant, String classPath, int size) throws Exception {
    Path folder = work.resolve(contestant + "-" + size);
    delete(folder);
    Path sources = Files.createDirectories(folder.resolve("src"));
    for (int i = 0; i < size; i++) {
      Files.writeString(sources.resolve("C" + i + ".java"), source(contestant, i));
    }
    Path generated = folder.resolve("gen");
    Sample on = fork(sources, folder.resolve("on"), classPath, "on", generated);
    Sample off = fork(sources, folder.resolve("off"), classPath, "off", null);
    Sample pregen = fork(sources, folder.resolve("pregen"), classPath, "pregen", generated);
    double added = on.cpuMillis() - off.cpuMillis();
    double allocated = on.allocatedMb() - off.allocatedMb();
    System.out.printf(Locale.ROOT, "| %s | %d | %.0f | %.0f | %.2f | %.0f | %.0f, %.0f | %.2f |%n", contestant, size,
        off.cpuMillis(), on.cpuMillis(), added / size, 1024 * allocated / size, off.peakMb(), on.peakMb(),
        (pregen.cpuMillis() - off.cpuMillis()) / size);
    delete(folder);
    return new double[] {added, allocated, size};
  }

  private static Sample fork(Path sources, Path out, String classPath, String mode, Path generated) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g", "-cp",
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
    if (mode.equals("on")) {
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
      succeeded = compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files)).call();
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
      case "switchboard" -> """
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
      case "avaje-http" -> """
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

          @Module
          public class C%1$d {
          %2$s
            static final class T0 {} static final class T1 {} static final class T2 {} static final class T3 {}
          }
          """.formatted(i, methods("  @Provides\n  T%d m%d() {\n    return new T0();\n  }\n").replace("T1 m1() {\n    return new T0", "T1 m1() {\n    return new T1")
              .replace("T2 m2() {\n    return new T0", "T2 m2() {\n    return new T2").replace("T3 m3() {\n    return new T0", "T3 m3() {\n    return new T3"));
      default -> throw new IllegalArgumentException(contestant);
    };
  }

  private static String methods(String template) {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < HANDLERS; i++) {
      methods.append(template.formatted(i, i));
    }
    return methods.toString();
  }
}
