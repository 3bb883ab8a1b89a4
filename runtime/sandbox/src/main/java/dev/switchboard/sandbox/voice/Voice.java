package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.account.Users;
import dev.switchboard.sandbox.delivery.Deliveries;
import dev.switchboard.sandbox.store.Store;
import dev.switchboard.sandbox.store.Transcripts;
import dev.switchboard.sandbox.time.Loop;
import java.net.URI;
import java.util.function.Supplier;

/** The parts that calls are made of, put together. */
final class Voice {
  final Loop loop;
  final VoiceEvents events;
  final Legs legs;
  final Conversations conversations;
  final KeptCalls kept;
  final Recordings recordings;
  final Recorder recorder;
  final Websockets websockets;
  final Outbound outbound;
  final VoiceOptions options;
  final RateLimits limits;
  final Users users;
  private final Supplier<URI> host;

  Voice(
      Loop loop,
      Store store,
      Transcripts transcripts,
      Deliveries deliveries,
      VoiceEvents events,
      Phones phones,
      Users users,
      VoiceOptions options,
      Supplier<URI> host) {
    this.loop = loop;
    this.events = events;
    this.kept = new KeptCalls(store, transcripts);
    this.recordings = new Recordings(store);
    this.legs = new Legs(loop, events, kept);
    this.recorder = new Recorder(loop, events, recordings, host);
    this.conversations = new Conversations(loop, events, legs, recorder);
    this.options = options;
    this.limits = new RateLimits(loop, options.rateLimits());
    this.users = users;
    this.host = host;
    this.websockets = new Websockets(loop, deliveries);
    this.outbound = new Outbound(this, phones);
  }

  /** The host that the platform names to an app. */
  URI host() {
    return host.get();
  }

  /** The leg's present flow, or one that has nothing to do yet. */
  Flow flow(Leg leg) {
    Flow present = leg.flow;
    if (present != null) {
      return present;
    }
    Flow flow = new Flow(this, leg);
    leg.flow = flow;
    return flow;
  }
}
