package dev.switchboard.client;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.ncco.StreamAction;
import dev.switchboard.webhooks.ncco.TalkAction;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Calls by the Voice API, without waiting: each stage ends with what the platform answered or, exceptionally, with a {@link
 * ClientException}. {@link Calls} is the twin that waits. Safe for use by many threads.
 */
public final class CallsAsync {
  private static final String CALLS = "/v1/calls";

  private final PlatformHttp http;
  private final URI host;

  CallsAsync(PlatformHttp http, URI host) {
    this.http = http;
    this.host = host;
  }

  /** See {@link Calls#at}. */
  public CallsAsync at(URI region) {
    if (!ClientSettings.isPlatform(region, http.settings().apiHost())) {
      throw new IllegalArgumentException(
          "\"" + region
              + "\" is no https host of the platform, and a token of the application is shown to nobody else.");
    }
    return new CallsAsync(http, region);
  }

  /** See {@link Calls#create}. */
  public CompletableFuture<CreatedCall> create(OutboundCall call) {
    return http.send(host, "POST", CALLS, http.settings().absolute(call))
        .thenApply(CreatedCall::new);
  }

  /** See {@link Calls#find}. */
  public CompletableFuture<CallRecord> find(String uuid) {
    return http.send(host, "GET", path(uuid)).thenApply(CallRecord::new);
  }

  /** See {@link Calls#list}. */
  public CompletableFuture<CallPage> list(CallQuery query) {
    return http.send(host, "GET", CALLS + query.text()).thenApply(CallPage::new);
  }

  /** See {@link Calls#hangUp}. */
  public CompletableFuture<Void> hangUp(String uuid) {
    return modify(uuid, "hangup");
  }

  /** See {@link Calls#mute}. */
  public CompletableFuture<Void> mute(String uuid) {
    return modify(uuid, "mute");
  }

  /** See {@link Calls#unmute}. */
  public CompletableFuture<Void> unmute(String uuid) {
    return modify(uuid, "unmute");
  }

  /** See {@link Calls#earmuff}. */
  public CompletableFuture<Void> earmuff(String uuid) {
    return modify(uuid, "earmuff");
  }

  /** See {@link Calls#unearmuff}. */
  public CompletableFuture<Void> unearmuff(String uuid) {
    return modify(uuid, "unearmuff");
  }

  /** See {@link Calls#transfer(String, Ncco)}. */
  public CompletableFuture<Void> transfer(String uuid, Ncco ncco) {
    return transfer(uuid, "ncco", http.settings().absolute(ncco));
  }

  /** See {@link Calls#transfer(String, Route)}. */
  public CompletableFuture<Void> transfer(String uuid, Route<? super AnswerRequest> route) {
    return transfer(uuid, "url", Json.of(List.of(http.settings().absolute(route))));
  }

  /** See {@link Calls#talk}. */
  public CompletableFuture<Void> talk(String uuid, TalkAction talk) {
    return put(uuid, "/talk", talk.json().without("action", "bargeIn"));
  }

  /** See {@link Calls#stopTalk}. */
  public CompletableFuture<Void> stopTalk(String uuid) {
    return delete(uuid, "/talk");
  }

  /** See {@link Calls#stream}. */
  public CompletableFuture<Void> stream(String uuid, StreamAction stream) {
    Json absolute =
        http.settings().absolute(Ncco.read(Json.array(List.of(stream.json())))).get(0);
    return put(
        uuid,
        "/stream",
        absolute
            .without("action", "bargeIn", "streamUrl")
            .with("stream_url", absolute.get("streamUrl")));
  }

  /** See {@link Calls#stopStream}. */
  public CompletableFuture<Void> stopStream(String uuid) {
    return delete(uuid, "/stream");
  }

  /** See {@link Calls#sendTones}. */
  public CompletableFuture<Void> sendTones(String uuid, String digits) {
    if (!digits.matches("[0-9*#p]+")) {
      throw new IllegalArgumentException("Tones are 0 to 9, * and #, with p for a pause.");
    }
    return put(uuid, "/dtmf", Json.object("digits", digits));
  }

  /** See {@link Calls#listenToKeys}. */
  public CompletableFuture<Void> listenToKeys(String uuid, Route<? super InputEvent> route) {
    return put(
        uuid, "/input/dtmf", Json.object("event_url", List.of(http.settings().absolute(route))));
  }

  /** See {@link Calls#ignoreKeys}. */
  public CompletableFuture<Void> ignoreKeys(String uuid) {
    return delete(uuid, "/input/dtmf");
  }

  private CompletableFuture<Void> modify(String uuid, String action) {
    return put(uuid, "", Json.object("action", action));
  }

  private CompletableFuture<Void> transfer(String uuid, String how, Json where) {
    return put(
        uuid,
        "",
        Json.object("action", "transfer", "destination", Json.object("type", "ncco", how, where)));
  }

  private CompletableFuture<Void> put(String uuid, String what, Json body) {
    return http.send(host, "PUT", path(uuid) + what, body).thenAccept(done -> {});
  }

  private CompletableFuture<Void> delete(String uuid, String what) {
    return http.send(host, "DELETE", path(uuid) + what).thenAccept(done -> {});
  }

  private static String path(String uuid) {
    return CALLS + "/" + segment(uuid);
  }

  /** An id as one segment of a path, whatever is in it. */
  static String segment(String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("The id is empty.");
    }
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
