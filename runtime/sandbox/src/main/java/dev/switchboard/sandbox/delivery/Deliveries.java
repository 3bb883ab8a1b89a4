package dev.switchboard.sandbox.delivery;

import dev.switchboard.sandbox.account.Account;
import dev.switchboard.sandbox.delivery.Answer.Ending;
import dev.switchboard.sandbox.fault.Fault;
import dev.switchboard.sandbox.fault.Faults;
import dev.switchboard.sandbox.store.Store;
import dev.switchboard.sandbox.time.Absence;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.time.Timer;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.sandbox.transcript.TranscriptLog;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.WebhookSigner;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Sends webhooks, one attempt at a time, and tells the loop what came of each. Used from the loop alone. */
public final class Deliveries implements AutoCloseable {
  private static final int MOST_AT_ONCE = 256;
  private static final int REMEMBERED = 1_000;
  private static final int SHOWN_ANSWER = 4_000;

  private final Loop loop;
  private final WebhookSigner signer;
  private final Faults faults;
  private final boolean sameToken;
  private final ExecutorService threads;
  private final Attempts attempts;

  /**
   * Nothing under way.
   *
   * @param store where attempts are kept
   * @param sameToken whether a repeated attempt carries the token of the first; nobody knows what the platform does
   */
  public Deliveries(Loop loop, Store store, Account account, Faults faults, boolean sameToken) {
    this.loop = loop;
    this.attempts = new Attempts(store);
    this.signer =
        WebhookSigner.of(account.signatureSecret()).clock(loop.clock()).apiKey(account.apiKey());
    this.faults = faults;
    this.sameToken = sameToken;
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool = new ThreadPoolExecutor(
        MOST_AT_ONCE, MOST_AT_ONCE, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
          Thread thread =
              new Thread(task, "switchboard-sandbox-webhook-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
  }

  /** The newest attempts of all webhooks, oldest first. */
  public List<Step.Webhook> latest() {
    return attempts.ended(REMEMBERED).stream().map(Attempts.Attempt::step).toList();
  }

  /** Every attempt of late, for whoever follows them. */
  public Attempts attempts() {
    return attempts;
  }

  /** A webhook as something that can be attempted again and again. */
  public Delivery of(Outgoing outgoing, TranscriptLog log) {
    return new Delivery(outgoing, log);
  }

  /** A token for a request that somebody else sends: the one that opens a websocket. */
  public String token(String applicationId, WebhookRequest request) {
    return signer.applicationId(applicationId).token(request);
  }

  /** Sends again what an attempt sent, freshly signed. Nothing follows from its answer. */
  public void replay(Attempts.Attempt attempt) {
    Outgoing again = attempt.outgoing();
    of(again, new TranscriptLog("replay of " + again.target().url(), loop.clock()))
        .attempt(
            answer -> attempt.step().outcome().map(Step.Outcome::actions).orElse(List.of()),
            answer -> {});
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    threads.shutdownNow();
    attempts.close();
  }

  /** One webhook and its attempts. */
  public final class Delivery {
    private final Outgoing outgoing;
    private final TranscriptLog log;
    private final WebhookRequest request;
    private final URI url;
    private int tries;
    private Optional<String> token = Optional.empty();

    private Delivery(Outgoing outgoing, TranscriptLog log) {
      this.outgoing = outgoing;
      this.log = log;
      boolean get = outgoing.target().method().equals("GET");
      this.url = outgoing.url();
      String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
      String query = url.getRawQuery() == null ? "" : url.getRawQuery();
      byte[] body = get ? new byte[0] : outgoing.payload().writeBytes();
      Map<String, List<String>> headers = new LinkedHashMap<>();
      if (!get) {
        headers.put("Content-Type", List.of("application/json"));
      }
      this.request = WebhookRequest.of(outgoing.target().method(), path, query, headers, body);
    }

    /** How often it was tried. */
    public int attempts() {
      return tries;
    }

    /** Where it goes, with the query of a GET. */
    public URI url() {
      return url;
    }

    /**
     * Tries once more.
     *
     * @param actions names the NCCO actions in an answer, for the transcript
     * @param then told on the loop what came of it
     */
    public void attempt(Function<Answer, List<String>> actions, Consumer<Answer> then) {
      tries++;
      Instant start = loop.now();
      Step.Webhook step = new Step.Webhook(
          start,
          outgoing.target().kind(),
          outgoing.about(),
          outgoing.target().method(),
          url.toString(),
          tries,
          Optional.empty(),
          outgoing.payload());
      int index = log.add(step);
      long number = attempts.started(outgoing, step);
      Consumer<Answer> ended = answer -> {
        Step.Outcome outcome = new Step.Outcome(
            answer.status(),
            answer.reason(),
            answer.latency(),
            shortened(answer.body()),
            actions.apply(answer));
        Step.Webhook done = step.ended(outcome);
        log.replace(index, done);
        attempts.ended(number, done);
        then.accept(answer);
      };
      start(start, ended);
    }

    private void start(Instant start, Consumer<Answer> ended) {
      Optional<Fault> fault = faults.ofWebhook(outgoing.target().kind());
      Fault.Kind kind = fault.map(Fault::kind).orElse(null);
      if (kind == null || kind == Fault.Kind.REORDER) {
        send(start, Ending.ANSWERED, ended);
        return;
      }
      switch (kind) {
        case REFUSE, RESET -> loop.execute(() -> ended.accept(ending(Ending.CLOSED, start)));
        case HANG -> // The worst case: it connects in the last moment.
          loop.after(
              outgoing.target().connectTimeout().plus(outgoing.target().readTimeout()),
              () -> ended.accept(ending(Ending.READ_TIMEOUT, start)));
        case RESET_AFTER_COMMIT -> send(start, Ending.CLOSED, ended);
        case STATUS -> {
          Answer answer = new Answer(
              Ending.ANSWERED,
              fault.orElseThrow().status(),
              "",
              "",
              Duration.between(start, loop.now()));
          loop.execute(() -> ended.accept(answer));
        }
        case SLOW -> slow(fault.orElseThrow().delay(), start, ended);
        case DUPLICATE -> {
          send(start, Ending.ANSWERED, ended);
          log.expected();
          send(start, Ending.ANSWERED, second -> log.finished());
        }
        default -> throw new IllegalStateException("no such fault here: " + kind);
      }
    }

    /** The app gets the request at once; its answer is held back, past the time-out if the fault is that long. */
    private void slow(Duration delay, Instant start, Consumer<Answer> ended) {
      Duration limit = outgoing.target().readTimeout();
      if (delay.compareTo(limit) >= 0) {
        send(start, Ending.ANSWERED, late -> {});
        loop.after(limit, () -> ended.accept(ending(Ending.READ_TIMEOUT, start)));
      } else {
        send(
            start,
            Ending.ANSWERED,
            answer -> loop.after(
                delay,
                () -> ended.accept(new Answer(
                    answer.ending(),
                    answer.status(),
                    answer.type(),
                    answer.body(),
                    Duration.between(start, loop.now())))));
      }
    }

    private Answer ending(Ending ending, Instant start) {
      return new Answer(ending, 0, "", "", Duration.between(start, loop.now()));
    }

    private void send(Instant start, Ending instead, Consumer<Answer> ended) {
      Absence absence = loop.leave();
      WebhookRequest signed = signed();
      WireExchange exchange = new WireExchange(url, signed);
      Timer connecting = loop.after(outgoing.target().connectTimeout(), () -> {
        absence.renew();
        exchange.giveUp(Ending.CONNECT_TIMEOUT);
      });
      threads.execute(() -> {
        Timer[] reading = new Timer[1];
        Answer answer = exchange.run(() -> {
          connecting.cancel();
          reading[0] = loop.after(outgoing.target().readTimeout(), () -> {
            absence.renew();
            exchange.giveUp(Ending.READ_TIMEOUT);
          });
        });
        connecting.cancel();
        if (reading[0] != null) {
          reading[0].cancel();
        }
        boolean lost = instead != Ending.ANSWERED && answer.ending() == Ending.ANSWERED;
        Answer timed = new Answer(
            lost ? instead : answer.ending(),
            lost ? 0 : answer.status(),
            lost ? "" : answer.type(),
            lost ? "" : answer.body(),
            Duration.between(start, loop.now()));
        loop.execute(() -> ended.accept(timed));
        absence.end();
      });
    }

    private WebhookRequest signed() {
      if (!outgoing.target().signed()) {
        return request;
      }
      WebhookSigner mine = outgoing.applicationId().map(signer::applicationId).orElse(signer);
      String fresh = sameToken ? token.orElseGet(() -> mine.token(request)) : mine.token(request);
      token = Optional.of(fresh);
      return request.withHeader("Authorization", "Bearer " + fresh);
    }
  }

  private static String shortened(String body) {
    return body.length() <= SHOWN_ANSWER ? body : body.substring(0, SHOWN_ANSWER) + "…";
  }
}
