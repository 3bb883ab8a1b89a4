package dev.switchboard.client;

import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.ncco.StreamAction;
import dev.switchboard.webhooks.ncco.TalkAction;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * Calls by the Voice API; each method waits for the platform and throws a {@link ClientException} where it refuses or cannot be
 * reached. {@link CallsAsync} is the twin that does not wait. Safe for use by many threads.
 *
 * <p>The platform takes 3 new calls and 15 other requests a second (docs22 troubleshooting); more are {@link
 * ClientException.Kind#TOO_MANY}.
 */
public final class Calls {
  private final CallsAsync calls;

  Calls(CallsAsync calls) {
    this.calls = calls;
  }

  /**
   * The same at the host of a region, since a call is known in its own region only.
   *
   * @param region from {@link AnswerRequest#regionUrl}
   * @throws IllegalArgumentException for a host that is neither the platform's nor the settings' own: a token is a secret
   */
  public Calls at(URI region) {
    return new Calls(calls.at(region));
  }

  /** Calls somebody. What becomes of the call comes to its event URL. */
  public CreatedCall create(OutboundCall call) {
    return await(calls.create(call));
  }

  /** One leg of a call. */
  public CallRecord find(String uuid) {
    return await(calls.find(uuid));
  }

  /** A page of the application's calls. */
  public CallPage list(CallQuery query) {
    return await(calls.list(query));
  }

  /** Ends a leg. */
  public void hangUp(String uuid) {
    await(calls.hangUp(uuid));
  }

  /** Lets nobody hear a leg. */
  public void mute(String uuid) {
    await(calls.mute(uuid));
  }

  /** Lets a leg be heard again. */
  public void unmute(String uuid) {
    await(calls.unmute(uuid));
  }

  /** Lets a leg hear nobody. */
  public void earmuff(String uuid) {
    await(calls.earmuff(uuid));
  }

  /** Lets a leg hear again. */
  public void unearmuff(String uuid) {
    await(calls.unearmuff(uuid));
  }

  /**
   * Gives a leg another NCCO.
   *
   * @throws IllegalArgumentException for an NCCO that the platform would refuse
   */
  public void transfer(String uuid, Ncco ncco) {
    await(calls.transfer(uuid, ncco));
  }

  /** Lets a leg ask another URL for its NCCO. */
  public void transfer(String uuid, Route<? super AnswerRequest> route) {
    await(calls.transfer(uuid, route));
  }

  /**
   * Says something into a leg.
   *
   * @param talk from {@link Ncco#talk(String)}; its loop and level count too
   */
  public void talk(String uuid, TalkAction talk) {
    await(calls.talk(uuid, talk));
  }

  /** Ends what {@link #talk} says. */
  public void stopTalk(String uuid) {
    await(calls.stopTalk(uuid));
  }

  /**
   * Plays a file into a leg.
   *
   * @param stream from {@link Ncco#stream}; its loop and level count too
   */
  public void stream(String uuid, StreamAction stream) {
    await(calls.stream(uuid, stream));
  }

  /** Ends what {@link #stream} plays. */
  public void stopStream(String uuid) {
    await(calls.stopStream(uuid));
  }

  /**
   * Sends tones into a leg.
   *
   * @param digits 0 to 9, * and #; p is a pause of 500 ms
   */
  public void sendTones(String uuid, String digits) {
    await(calls.sendTones(uuid, digits));
  }

  /** Lets every key that is pressed on a leg be told to a URL, until {@link #ignoreKeys}. */
  public void listenToKeys(String uuid, Route<? super InputEvent> route) {
    await(calls.listenToKeys(uuid, route));
  }

  /** Ends {@link #listenToKeys}. */
  public void ignoreKeys(String uuid) {
    await(calls.ignoreKeys(uuid));
  }

  private static <T> T await(CompletableFuture<T> call) {
    return PlatformHttp.await(call);
  }
}
