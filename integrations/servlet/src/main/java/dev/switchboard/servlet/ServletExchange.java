package dev.switchboard.servlet;

import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookResponse;
import dev.switchboard.webhooks.Webhooks;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the engine. The container calls it from one thread at a time; the handler may be done on any. Request,
 * response and context are touched on the container's threads alone: containers use them again for another request once a connection has
 * failed, and a thread from outside that finds out too late would end that other request.
 */
final class ServletExchange implements ReadListener, AsyncListener {
  private static final Logger LOG = System.getLogger(WebhookServlet.class.getName());
  private static final String ATTRIBUTE = ServletExchange.class.getName();

  /** For a request to arrive whole and be answered; every handler has been answered for long before. */
  private static final long LONGEST_MILLIS = 45_000;

  private final Webhooks webhooks;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final AsyncContext async;
  private final Runnable whenDone;
  private final int most;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
  private final byte[] buffer = new byte[8192];
  private final AtomicBoolean answered = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  // The thread of the container that is in here now.
  private volatile @Nullable Thread container;
  private volatile WebhookResponse answer = WebhookResponse.empty(503);

  ServletExchange(
      Webhooks webhooks,
      HttpServletRequest request,
      HttpServletResponse response,
      AsyncContext async,
      Runnable whenDone) {
    this.webhooks = webhooks;
    this.request = request;
    this.response = response;
    this.async = async;
    this.whenDone = whenDone;
    this.most = webhooks.settings().maxBodyBytes();
  }

  /** The exchange that a request was dispatched again for. */
  static ServletExchange of(ServletRequest request) {
    return (ServletExchange)
        Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "dispatched by somebody else");
  }

  void begin() throws IOException {
    request.setAttribute(ATTRIBUTE, this);
    async.setTimeout(LONGEST_MILLIS);
    async.addListener(this);
    if (request.getContentLengthLong() > most) {
      answerHere(last(413));
    } else if (request.getContentLengthLong() <= 0
        && request.getHeader("Transfer-Encoding") == null) {
      handle();
    } else {
      request.getInputStream().setReadListener(this);
    }
  }

  @Override
  public void onDataAvailable() throws IOException {
    ServletInputStream in = request.getInputStream();
    while (in.isReady() && !in.isFinished()) {
      int read = in.read(buffer);
      if (read < 0) {
        return;
      }
      body.write(buffer, 0, read);
      if (body.size() > most) {
        answerHere(last(413));
        return;
      }
    }
  }

  @Override
  public void onAllDataRead() {
    if (!answered.get()) {
      handle();
    }
  }

  /** The client went away, or did not send the rest in time. */
  @Override
  public void onError(Throwable error) {
    LOG.log(Level.DEBUG, "The platform went away before its webhook was whole.", error);
    answerHere(last(400));
  }

  private void handle() {
    container = Thread.currentThread();
    try {
      webhooks
          .handle(WebhookRequest.of(
              request.getMethod(),
              path(),
              text(request.getQueryString()),
              headers(),
              body.toByteArray()))
          .thenAccept(this::settle);
    } finally {
      container = null;
    }
  }

  /** On whatever thread the handler was done. */
  private void settle(WebhookResponse settled) {
    if (Thread.currentThread().equals(container)) {
      answerHere(settled);
    } else if (answered.compareAndSet(false, true)) {
      answer = settled;
      try {
        async.dispatch();
      } catch (IllegalStateException e) {
        LOG.log(Level.DEBUG, "The container had ended the request already.", e);
        done();
      } catch (RuntimeException e) {
        // Tomcat, while it stops, has forgotten the application that it would dispatch to; the
        // request still lives.
        LOG.log(Level.DEBUG, "The container cannot dispatch any more.", e);
        write(settled);
        async.complete();
        done();
      }
    }
  }

  /** Back on a thread of the container, which completes the request when this returns. */
  void resume() {
    write(answer);
    done();
  }

  /** Answers from a thread of the container. */
  private void answerHere(WebhookResponse now) {
    if (answered.compareAndSet(false, true)) {
      write(now);
      async.complete();
      done();
    }
  }

  private void write(WebhookResponse now) {
    try {
      response.setStatus(now.status());
      now.headers().forEach(response::setHeader);
      if (now.length() > 0 && !request.getMethod().equals("HEAD")) {
        response.setContentLength(now.length());
        now.writeTo(response.getOutputStream());
      } else if (now.status() != 204) {
        response.setContentLength(0);
      }
      response.flushBuffer();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "The platform went away before its answer.", e);
    }
  }

  private void done() {
    if (ended.compareAndSet(false, true)) {
      whenDone.run();
    }
  }

  /** As it was sent, less the path of the context, which the container knows as it is written. */
  private String path() {
    String uri = text(request.getRequestURI());
    String context = text(request.getContextPath());
    return uri.startsWith(context) ? uri.substring(context.length()) : uri;
  }

  private Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return headers;
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  /** An answer after which the connection ends, because what is left of the request is not read. */
  private static WebhookResponse last(int status) {
    return WebhookResponse.empty(status).withHeader("Connection", "close");
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    answerHere(last(503));
  }

  @Override
  public void onError(AsyncEvent event) {
    LOG.log(Level.DEBUG, "The request failed in the container.", event.getThrowable());
    if (answered.compareAndSet(false, true)) {
      async.complete();
    }
    done();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    answered.set(true);
    done();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
