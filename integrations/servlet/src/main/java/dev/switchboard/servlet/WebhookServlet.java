package dev.switchboard.servlet;

import dev.switchboard.webhooks.InFlight;
import dev.switchboard.webhooks.Webhooks;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks as one asynchronous servlet. Bodies are read without blocking, so that slow clients hold no thread; a handler that returns a
 * stage holds none while it waits, and its answer is written on a thread of the container. Everything about signatures, limits and answers is the {@linkplain Webhooks engine}'s.
 *
 * <p>A webhook's path is the request's URI as it was sent, less the path of the context. No {@code Forwarded} header is looked at: the base
 * URL is a setting.
 *
 * <p>Register it with {@link #register}, or by your container's own means, with support for asynchronous requests.
 */
public final class WebhookServlet implements Servlet {
  private static final Logger LOG = System.getLogger(WebhookServlet.class.getName());
  private static final Duration LONGEST_READ_TIMEOUT = Duration.ofSeconds(15);

  private final Supplier<Webhooks> webhooks;
  private final Duration grace;
  private final InFlight inFlight = new InFlight();
  private @Nullable ServletConfig config;

  /** A servlet that waits up to 15 seconds for webhooks in flight when it is destroyed: the longest read time-out of the platform. */
  public WebhookServlet(Webhooks webhooks) {
    this(webhooks, LONGEST_READ_TIMEOUT);
  }

  /**
   * A servlet.
   *
   * @param webhooks the engine
   * @param grace how long {@link #destroy} waits for webhooks in flight; zero does not wait
   */
  public WebhookServlet(Webhooks webhooks, Duration grace) {
    this(() -> webhooks, grace);
    LOG.log(
        Level.INFO,
        "serving " + webhooks.settings() + "\n  " + String.join("\n  ", webhooks.describe()));
  }

  /**
   * A servlet whose engine is known later, as where its base URL depends on the port that the server is given.
   *
   * @param webhooks asked for each request; it may wait until it knows
   * @param grace how long {@link #destroy} waits for webhooks in flight; zero does not wait
   */
  public WebhookServlet(Supplier<Webhooks> webhooks, Duration grace) {
    this.webhooks = Objects.requireNonNull(webhooks);
    this.grace = Objects.requireNonNull(grace);
  }

  /**
   * Adds the servlet to a web application, as {@code switchboard}.
   *
   * @param mappings for instance {@code /webhooks/*}; {@code /*} where none is given
   * @throws IllegalStateException where the application has started, or has a servlet of that name
   */
  public ServletRegistration.Dynamic register(ServletContext context, String... mappings) {
    ServletRegistration.Dynamic registration = context.addServlet("switchboard", this);
    if (registration == null) {
      throw new IllegalStateException(
          "This web application has a servlet named switchboard already.");
    }
    registration.setAsyncSupported(true);
    registration.setLoadOnStartup(1);
    registration.addMapping(mappings.length == 0 ? new String[] {"/*"} : mappings);
    return registration;
  }

  @Override
  public void init(ServletConfig servletConfig) {
    config = servletConfig;
    inFlight.reopen();
  }

  @Override
  public @Nullable ServletConfig getServletConfig() {
    return config;
  }

  @Override
  public String getServletInfo() {
    return "Switchboard webhooks";
  }

  /** Whether webhooks are taken: not after {@link #drain} has begun. What a readiness check asks. */
  public boolean isReady() {
    return !inFlight.isDraining();
  }

  /**
   * Takes no new webhook, which gets 503 instead, and waits for those in flight.
   *
   * @param longest how long to wait at most
   * @return how many were left
   */
  public int drain(Duration longest) {
    return inFlight.drain(longest);
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      ServletExchange.of(request).resume();
      return;
    }
    HttpServletResponse answer = (HttpServletResponse) response;
    if (!request.isAsyncSupported()) {
      throw new ServletException(
          "The webhook servlet, or a filter before it, was registered without support for asynchronous requests. Set"
              + " asyncSupported=true on each.");
    }
    if (!inFlight.begin()) {
      answer.setHeader("Connection", "close");
      answer.setStatus(503);
      answer.setContentLength(0);
      return;
    }
    AsyncContext async = request.startAsync(request, response);
    new ServletExchange(webhooks.get(), (HttpServletRequest) request, answer, async, inFlight::end)
        .begin();
  }

  /** Finishes what is in flight, within the grace. */
  @Override
  public void destroy() {
    int left = drain(grace);
    if (left > 0) {
      LOG.log(
          Level.WARNING,
          "Stopped with {0} webhooks still in flight after {1} s.",
          left,
          grace.toSeconds());
    }
  }
}
