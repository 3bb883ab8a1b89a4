import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An app in a process of its own. */
final class Contestant implements AutoCloseable {
  private static final long TICKS_PER_SECOND = 100;
  private static final Pattern COLLECTION = Pattern.compile("DefNew: (\\d+)K\\(\\d+K\\)->(\\d+)K\\(");

  /**
   * What is started.
   *
   * @param name also that of its log
   * @param main its main class
   * @param classPath jars alone, as class-data sharing wants them
   */
  record App(String name, String main, String classPath) {}

  private final Process process;
  private final Path log;
  private final int port;
  private final double startMillis;

  private Contestant(Process process, Path log, int port, double startMillis) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.startMillis = startMillis;
  }

  /** Starts it and waits for its first answered webhook. */
  static Contestant start(App app, Path work, boolean signed, List<String> options) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path log = work.resolve(app.name() + ".gc");
    Files.deleteIfExists(log);
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        "-XX:+UseSerialGC",
        "-Xlog:gc+heap=info:file=" + log + "::filecount=0"));
    command.addAll(options);
    command.addAll(List.of("-cp", app.classPath(), app.main()));
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(work.resolve(app.name() + ".out").toFile());
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().remove("VONAGE_SIGNATURE_SECRET");
    if (signed) {
      builder.environment().put("VONAGE_SIGNATURE_SECRET", Kind.SECRET);
    }
    byte[] request = (signed ? Kind.SIGNED_ANSWER : Kind.ANSWER).requests(1).apply(0);
    long start = System.nanoTime();
    Process process = builder.start();
    while (true) {
      try (Connection connection = new Connection(port)) {
        int status = connection.exchange(request);
        if (status == 200) {
          return new Contestant(process, log, port, (System.nanoTime() - start) / 1e6);
        }
        throw new IOException(app.name() + " answered " + status + ": " + connection.body());
      } catch (ConnectException notYet) {
        if (!process.isAlive() || System.nanoTime() - start > 120e9) {
          process.destroyForcibly();
          throw new IOException(
              app.name() + " did not start: " + Files.readString(work.resolve(app.name() + ".out")));
        }
        TimeUnit.MICROSECONDS.sleep(500);
      } catch (SocketException notQuiteYet) {
        TimeUnit.MICROSECONDS.sleep(500);
      }
    }
  }

  int port() {
    return port;
  }

  double startMillis() {
    return startMillis;
  }

  /** CPU time of the process until now, kernel included. */
  double cpuMillis() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000.0 / TICKS_PER_SECOND;
  }

  double residentMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("no VmRSS");
  }

  /** Kilobytes that collections have seen allocated until now; what came after the last one is not in it. */
  double allocatedKilobytes() throws IOException {
    double allocated = 0;
    double after = 0;
    for (String line : Files.readAllLines(log)) {
      Matcher collection = COLLECTION.matcher(line);
      if (collection.find()) {
        allocated += Double.parseDouble(collection.group(1)) - after;
        after = Double.parseDouble(collection.group(2));
      }
    }
    return allocated;
  }

  /** Asks it to end, as a container does, and waits. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
