package dev.switchboard.provisioning;

import dev.switchboard.provisioning.files.DurableFiles;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The process that is killed: it stops at one numbered point, says so, and waits for its end. */
final class KillChild {
  static final String REACHED = "reached";

  private final String kind;
  private final int wanted;
  private final AtomicInteger passed = new AtomicInteger();

  private KillChild(String kind, int wanted) {
    this.kind = kind;
    this.wanted = wanted;
  }

  public static void main(String... args) {
    KillChild child = new KillChild(args[4], Integer.parseInt(args[5]));
    Account account = Account.of(SandboxPlatform.KEY, args[1]).at(URI.create(args[0]));
    KillScenario scenario = KillScenario.valueOf(args[3]);
    DurableFiles files = new DurableFiles((moment, target) -> child.at(moment.name()));
    scenario.run(scenario.deployment(
        account, Path.of(args[2]), child.new Watched(), files, Clock.systemUTC()));
  }

  private void at(String point) {
    if (point.equals(kind) && passed.incrementAndGet() == wanted) {
      System.out.println(REACHED);
      System.out.flush();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The real client, with a point before each request and one after each answer. */
  private final class Watched extends HttpClient {
    private final HttpClient real = HttpClient.newHttpClient();

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
        HttpRequest request, HttpResponse.BodyHandler<T> handler) {
      at("BEFORE_SEND");
      return real.sendAsync(request, handler).thenApply(response -> {
        at("AFTER_REPLY");
        return response;
      });
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
        HttpRequest request,
        HttpResponse.BodyHandler<T> handler,
        HttpResponse.PushPromiseHandler<T> push) {
      return sendAsync(request, handler);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
        throws IOException {
      return sendAsync(request, handler).join();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
      return real.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
      return real.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
      return real.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
      return real.proxy();
    }

    @Override
    public SSLContext sslContext() {
      return real.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
      return real.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
      return real.authenticator();
    }

    @Override
    public Version version() {
      return real.version();
    }

    @Override
    public Optional<Executor> executor() {
      return real.executor();
    }
  }
}
