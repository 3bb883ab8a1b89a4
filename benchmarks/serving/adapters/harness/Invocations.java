package line;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Calls a function as Lambda's runtime does: made once, then invocation by invocation on one thread. The first one is the cold one. Prints
 * "name figure", one a line.
 */
final class Invocations {
  private Invocations() {}

  /** Arguments: a file of events, one a line, each with a token of its own; answers and events in turn. */
  static void run(Supplier<RequestStreamHandler> constructor, String... args) throws Exception {
    List<byte[]> events = Files.readAllLines(Path.of(args[0])).stream()
        .map(line -> line.getBytes(StandardCharsets.UTF_8))
        .toList();
    long began = System.nanoTime();
    RequestStreamHandler function = constructor.get();
    String first = invoke(function, events.get(0), 0);
    System.out.println("answer " + first);
    print("cold", (System.nanoTime() - began) / 1e6);
    print("process", ManagementFactory.getRuntimeMXBean().getUptime());
    int warm = events.size() / 2;
    for (int i = 1; i < warm; i++) {
      invoke(function, events.get(i), i);
    }
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long cpu = thread.getCurrentThreadCpuTime();
    long bytes = thread.getCurrentThreadAllocatedBytes();
    for (int i = warm; i < events.size(); i++) {
      invoke(function, events.get(i), i);
    }
    int count = events.size() - warm;
    print("cpu", (thread.getCurrentThreadCpuTime() - cpu) / 1e3 / count);
    print("bytes", (thread.getCurrentThreadAllocatedBytes() - bytes) / 1024.0 / count);
  }

  private static String invoke(RequestStreamHandler function, byte[] event, int number)
      throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(event), out, null);
    String answer = out.toString(StandardCharsets.UTF_8);
    if (!answer.replace(" ", "").contains("\"statusCode\":" + (number % 2 == 0 ? 200 : 204))) {
      throw new IllegalStateException("invocation " + number + ": " + answer);
    }
    return answer;
  }

  private static void print(String name, double figure) {
    System.out.println(name + " " + figure);
  }
}
