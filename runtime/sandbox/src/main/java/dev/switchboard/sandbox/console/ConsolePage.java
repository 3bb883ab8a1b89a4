package dev.switchboard.sandbox.console;

import dev.switchboard.sandbox.web.Api;
import dev.switchboard.sandbox.web.ApiRequest;
import dev.switchboard.sandbox.web.ApiResponse;
import dev.switchboard.sandbox.web.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The console's page and what it is made of. There is nothing secret in it: what it shows comes from {@link ConsoleApi}, which
 * asks for the token. Its sources are in {@code src/main/console}; {@code mvn -Pconsole} builds them.
 */
public final class ConsolePage implements Api {
  private static final Map<String, String> FILES = Map.of(
      "index.html", "text/html; charset=utf-8",
      "console.js", "text/javascript; charset=utf-8",
      "console.css", "text/css; charset=utf-8",
      "icon.svg", "image/svg+xml");

  /** Nothing from elsewhere, nothing inline, in nobody's frame. */
  private static final Map<String, String> HEADERS = Map.of(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'",
      "X-Content-Type-Options",
      "nosniff",
      "Referrer-Policy",
      "no-referrer",
      "Cross-Origin-Opener-Policy",
      "same-origin",
      "Cross-Origin-Resource-Policy",
      "same-origin",
      "Cache-Control",
      "no-cache");

  /** The page. */
  public ConsolePage() {}

  @Override
  public boolean owns(String path) {
    return path.equals("/console") || FILES.containsKey(file(path));
  }

  @Override
  public ApiResponse serve(ApiRequest request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      throw Problems.wrongVerb(request);
    }
    String file = request.path().equals("/console") ? "index.html" : file(request.path());
    try (InputStream content = ConsolePage.class.getResourceAsStream(file)) {
      if (content == null) {
        throw new IllegalStateException("the console was not built into this jar: no " + file);
      }
      return ApiResponse.of(200, FILES.getOrDefault(file, ""), content.readAllBytes())
          .with(HEADERS);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String file(String path) {
    return path.startsWith("/console/") ? path.substring("/console/".length()) : "";
  }
}
