package dev.switchboard.scale;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy that hands each connection to the next copy that takes it, as a load balancer does; what a copy had in hand when it is killed, it
 * does not repeat.
 */
final class Balancer implements Runnable {
  private static final int CONNECT_MILLIS = 500;

  private final ServerSocket server;
  private final List<Integer> copies;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<Integer, AtomicInteger> inHand = new ConcurrentHashMap<>();
  private final AtomicInteger cutOff = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  Balancer(List<Integer> copies) throws IOException {
    this.copies = List.copyOf(copies);
    this.server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    threads.execute(this);
  }

  int port() {
    return server.getLocalPort();
  }

  /** How many connections a copy is serving. */
  int inHand(int copy) {
    return counter(copy).get();
  }

  /** How many connections a copy has taken and ended without one byte of an answer. */
  int cutOff() {
    return cutOff.get();
  }

  private AtomicInteger counter(int copy) {
    return inHand.computeIfAbsent(copy, key -> new AtomicInteger());
  }

  @Override
  public void run() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      for (int tried = 0; tried < copies.size(); tried++) {
        int copy = copies.get(Math.floorMod(next.getAndIncrement(), copies.size()));
        Optional<Socket> upstream = connect(copy);
        if (upstream.isPresent()) {
          counter(copy).incrementAndGet();
          try (Socket socket = upstream.get()) {
            join(client, socket);
          } finally {
            counter(copy).decrementAndGet();
          }
          return;
        }
      }
    } catch (IOException e) {
      // One of the two went away; the other is told by its connection's end.
    }
  }

  private static Optional<Socket> connect(int copy) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), copy), CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
      return Optional.of(socket);
    } catch (IOException e) {
      socket.close();
      return Optional.empty();
    }
  }

  private void join(Socket client, Socket upstream) throws IOException {
    threads.execute(() -> {
      try {
        pump(client, upstream);
      } catch (IOException e) {
        // As above.
      }
    });
    boolean answered = false;
    try {
      answered = pump(upstream, client);
    } finally {
      if (!answered) {
        cutOff.incrementAndGet();
      }
    }
  }

  /** Whether anything came. */
  private static boolean pump(Socket from, Socket to) throws IOException {
    boolean came = false;
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] buffer = new byte[8192];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      came = true;
      out.write(buffer, 0, read);
      out.flush();
    }
    to.shutdownOutput();
    return came;
  }

  void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
