package dev.switchboard.sandbox.delivery;

import dev.switchboard.sandbox.delivery.Answer.Ending;
import dev.switchboard.webhooks.WebhookRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange on a connection of its own, with nothing behind the caller's back: no pool, no retry, no redirect. A
 * client that repeats a request by itself, as the JDK's does after an early close, could not show one retry as one.
 */
final class WireExchange {
  private static final int LARGEST_ANSWER = 1 << 20;

  private final URI url;
  private final WebhookRequest request;
  private final Socket socket = new Socket();
  private volatile @Nullable Ending givenUp;

  WireExchange(URI url, WebhookRequest request) {
    this.url = url;
    this.request = request;
  }

  /** Ends it from outside, because its time is over. */
  void giveUp(Ending why) {
    givenUp = why;
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to end.
    }
  }

  /** Runs it on the calling thread. */
  Answer run(Runnable connected) {
    try (Socket open = connect()) {
      connected.run();
      return exchange(open);
    } catch (SSLException
        | UnknownHostException
        | HttpException
        | IllegalArgumentException unusable) {
      return ended(
          unusable instanceof NoHttpResponseException
                  || unusable instanceof ConnectionClosedException
              ? Ending.CLOSED
              : Ending.INVALID);
    } catch (ConnectException refused) {
      return ended(Ending.CLOSED);
    } catch (SocketException | java.net.SocketTimeoutException broken) {
      return ended(Ending.CLOSED);
    } catch (IOException broken) {
      return ended(Ending.CLOSED);
    }
  }

  private Answer ended(Ending ending) {
    Ending why = givenUp;
    return new Answer(why != null ? why : ending, 0, "", "", Duration.ZERO);
  }

  private Socket connect() throws IOException {
    String host = url.getHost();
    boolean secure = "https".equals(url.getScheme());
    if (host == null || (!secure && !"http".equals(url.getScheme()))) {
      throw new IllegalArgumentException("not an http address");
    }
    int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
    socket.connect(new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port));
    socket.setTcpNoDelay(true);
    if (!secure) {
      return socket;
    }
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket tls = (SSLSocket) factory.createSocket(socket, host, port, true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }

  private Answer exchange(Socket open) throws IOException, HttpException {
    try (DefaultBHttpClientConnection connection =
        new DefaultBHttpClientConnection(Http1Config.DEFAULT)) {
      connection.bind(open);
      String target = request.path() + (request.query().isEmpty() ? "" : "?" + request.query());
      ClassicHttpRequest sent = new BasicClassicHttpRequest(request.method(), target);
      sent.setHeader("Host", url.getRawAuthority());
      sent.setHeader("User-Agent", "Switchboard-Sandbox");
      sent.setHeader("Accept", "application/json");
      sent.setHeader("Connection", "close");
      request
          .headers()
          .forEach((name, values) -> values.forEach(value -> sent.setHeader(name, value)));
      byte[] body = request.body();
      if (body.length > 0) {
        sent.setHeader("Content-Length", body.length);
        sent.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
      }
      connection.sendRequestHeader(sent);
      if (body.length > 0) {
        connection.sendRequestEntity(sent);
      }
      connection.flush();
      ClassicHttpResponse response = connection.receiveResponseHeader();
      while (response.getCode() < 200) {
        response = connection.receiveResponseHeader();
      }
      boolean bodiless = response.getCode() == 204 || response.getCode() == 304;
      String text = bodiless ? "" : body(connection, response);
      Header type = response.getFirstHeader("Content-Type");
      return new Answer(
          Ending.ANSWERED,
          response.getCode(),
          type == null ? "" : type.getValue(),
          text,
          Duration.ZERO);
    }
  }

  private static String body(DefaultBHttpClientConnection connection, ClassicHttpResponse response)
      throws IOException, HttpException {
    connection.receiveResponseEntity(response);
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return "";
    }
    try (InputStream stream = entity.getContent()) {
      byte[] bytes = stream.readNBytes(LARGEST_ANSWER + 1);
      if (bytes.length > LARGEST_ANSWER) {
        throw new IllegalArgumentException("the answer is too large");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
