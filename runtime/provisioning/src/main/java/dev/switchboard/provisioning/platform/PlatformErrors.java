package dev.switchboard.provisioning.platform;

import dev.switchboard.platformapi.ApiClient;
import dev.switchboard.platformapi.ApiException;
import dev.switchboard.provisioning.Account;
import dev.switchboard.provisioning.Failure;
import dev.switchboard.provisioning.ProvisioningException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Says what an error of the platform means and what to do about it. */
final class PlatformErrors {
  private static final int LONGEST_DETAIL = 600;
  private static final String HIDDEN = "***";

  /** In characters; words of the platform, such as POST or eu-west, are shorter. */
  private static final int SHORTEST_SECRET = 8;

  private static final Pattern SHOWABLE = Pattern.compile("https?://[^@?\\s]*");

  private final Account account;

  PlatformErrors(Account account) {
    this.account = account;
  }

  /**
   * The error of one operation.
   *
   * @param doing what was tried, such as "list the applications"
   */
  ProvisioningException of(ApiException e, String doing, URI host) {
    return of(e, doing, host, ApiClient.mapper().missingNode());
  }

  /**
   * The error of an operation that sent a body.
   *
   * @param sent the body, of which the platform may quote in its answer what nobody is to see
   */
  ProvisioningException of(ApiException e, String doing, URI host, JsonNode sent) {
    if (e.status().isEmpty()) {
      return silent(e, doing, host);
    }
    int status = e.status().getAsInt();
    JsonNode body = body(e);
    return switch (status) {
      case 401 ->
        failed(
            Failure.CREDENTIALS,
            host + " does not accept the API key " + account.apiKey() + " with the secret given.",
            "Set VONAGE_API_KEY and VONAGE_API_SECRET to those of the account's dashboard.",
            e);
      case 403 ->
        failed(
            Failure.CREDENTIALS,
            "The account " + account.apiKey() + " may not " + doing + said(body, sent) + ".",
            "Use another account, or have the permission granted.",
            e);
      case 400 ->
        failed(
            Failure.INVALID,
            "The platform refuses to " + doing + said(body, sent) + ".",
            "Correct what it names in the annotations or in the environment.",
            e);
      case 404 ->
        failed(
            Failure.STALE,
            "What was there a moment ago is gone: the platform cannot " + doing + ".",
            "Run plan again.",
            e);
      case 420 ->
        failed(
            Failure.REFUSED,
            "The platform refuses to " + doing + said(body, sent) + ".",
            "Check that the account owns the number and that the application is of the same account.",
            e);
      case 429 ->
        failed(
            Failure.UNREACHABLE,
            host + " keeps saying that there are too many requests.",
            "Wait a minute and run it again; what is done stays done.",
            e);
      default -> other(e, status, doing, host, body, sent);
    };
  }

  private ProvisioningException other(
      ApiException e, int status, String doing, URI host, JsonNode body, JsonNode sent) {
    if (status / 100 == 2) {
      return failed(
          Failure.UNREACHABLE,
          host + " answers with something that is not JSON.",
          "Look whether a proxy stands between, and whether the host is right.",
          e);
    }
    if (status >= 500) {
      return failed(
          Failure.UNREACHABLE,
          host + " keeps failing with status " + status + ".",
          "Run it again later; what is done stays done.",
          e);
    }
    return failed(
        Failure.FAILED,
        host + " answers " + status + " to the attempt to " + doing + said(body, sent) + ".",
        "Look whether a proxy stands between, and whether this version of Switchboard is the newest.",
        e);
  }

  private ProvisioningException silent(ApiException e, String doing, URI host) {
    Throwable cause = e.getCause();
    String why = cause instanceof HttpConnectTimeoutException
        ? "no connection within the time"
        : cause instanceof ConnectException
            ? "no connection"
            : cause instanceof HttpTimeoutException
                ? "no answer within the time"
                : cause instanceof InterruptedException ? "interrupted" : "the connection broke";
    return failed(
        Failure.UNREACHABLE,
        "Cannot " + doing + ": " + why + " (" + host + ").",
        neverSent(e) && isLoopback(host)
            ? "Start the sandbox (switchboard sandbox), or correct its address."
            : "Check the network, a proxy, and the host; then run it again: what is done stays done.",
        e);
  }

  /** Nothing but a sandbox is expected there. */
  private static boolean isLoopback(URI host) {
    String name = String.valueOf(host.getHost());
    return name.equals("localhost") || name.equals("[::1]") || name.startsWith("127.");
  }

  /** Whether the platform certainly saw nothing of a request. */
  static boolean neverSent(ApiException e) {
    return e.getCause() instanceof ConnectException
        || e.getCause() instanceof HttpConnectTimeoutException;
  }

  private ProvisioningException failed(
      Failure failure, String problem, String remedy, ApiException e) {
    return new ProvisioningException(failure, problem, remedy, e);
  }

  private static JsonNode body(ApiException e) {
    try {
      return ApiClient.mapper().readTree(e.body());
    } catch (JacksonException notJson) {
      return ApiClient.mapper().missingNode();
    }
  }

  /** The platform's own words: its detail and each parameter it names. */
  private String said(JsonNode body, JsonNode sent) {
    List<String> parts = new ArrayList<>();
    JsonNode parameters = body.path("invalid_parameters");
    for (JsonNode parameter : parameters) {
      parts.add(
          parameter.path("name").asString("") + " " + parameter.path("reason").asString(""));
    }
    if (parts.isEmpty()) {
      String detail = body.path("detail").asString("");
      parts.add(detail.isEmpty() ? body.path("error-code-label").asString("") : detail);
    }
    String text = String.join("; ", parts).strip();
    // An answer may quote what was sent; the secret is never part of a body, but a broken proxy is
    // not to be trusted.
    text = text.replace(account.apiSecret(), HIDDEN);
    for (String quoted : unshowable(sent)) {
      text = text.replace(quoted, HIDDEN);
    }
    text = text.replaceAll("[\\p{Cntrl}]+", " ");
    text = text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) + "…" : text;
    text = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return text.isEmpty() ? "" : ": " + text;
  }

  /**
   * The texts of a body that an error may not show, the longest first. A body has secrets in places that this version does not know, so
   * only what is known to be none may be quoted: the name, addresses without a user or a query, and words too short to be a secret.
   */
  private static List<String> unshowable(JsonNode sent) {
    List<String> texts = new ArrayList<>();
    collect(sent, texts);
    texts.sort(Comparator.comparingInt(String::length).reversed());
    return texts;
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isString()) {
      String text = node.asString();
      if (text.length() >= SHORTEST_SECRET && !SHOWABLE.matcher(text).matches()) {
        texts.add(text);
      }
    } else if (node.isContainer()) {
      node.propertyStream()
          .filter(member -> !member.getKey().equals("name"))
          .forEach(member -> collect(member.getValue(), texts));
      if (node.isArray()) {
        node.forEach(item -> collect(item, texts));
      }
    }
  }
}
