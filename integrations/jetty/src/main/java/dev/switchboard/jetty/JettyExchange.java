package dev.switchboard.jetty;

import dev.switchboard.server.Bodies;
import dev.switchboard.server.WebhookService;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Turns an exchange of Jetty's into a webhook request, and the answer back. */
record JettyExchange(Request request, Response response, Callback callback)
    implements WebhookService.Exchange {
  private static final byte[] NOTHING = {};

  @Override
  public String path() {
    return Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
  }

  /** The request to open a websocket, which has no body. */
  WebhookRequest handshake() {
    return of(NOTHING);
  }

  @Override
  public @Nullable WebhookRequest read(int mostBytes) throws IOException {
    long told =
        request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING) ? -1 : request.getLength();
    // Not closed: that would wait for what is left of a body that is too large.
    byte[] body = Bodies.read(Content.Source.asInputStream(request), told, mostBytes);
    return body == null ? null : of(body);
  }

  private WebhookRequest of(byte[] body) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.put(field.getName(), request.getHeaders().getValuesList(field.getName()));
    }
    return WebhookRequest.of(
        request.getMethod(),
        path(),
        Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""),
        headers,
        body);
  }

  @Override
  public void send(WebhookResponse answer) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    boolean bodiless = request.getMethod().equals("HEAD");
    try (Blocker.Callback written = Blocker.callback()) {
      response.write(
          true, bodiless ? ByteBuffer.allocate(0) : ByteBuffer.wrap(answer.body()), written);
      written.block();
    } catch (IOException gone) {
      callback.failed(gone);
      throw gone;
    }
    callback.succeeded();
  }

  @Override
  public void drop() {
    callback.failed(new IOException("the request did not arrive"));
  }
}
