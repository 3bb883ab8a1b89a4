package dev.switchboard.webhooks;

import dev.switchboard.webhooks.signing.SignatureSecrets;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How webhooks are served in one environment. Immutable: each method gives a changed copy. {@link #toString} shows no secret.
 */
public final class WebhookSettings {
  private static final int REMEMBERED_TOKENS = 100_000;
  private static final int REMEMBERED_CALLS = 100_000;

  private final URI baseUrl;
  private SignatureSecrets secrets = SignatureSecrets.none();
  private boolean insecure;
  private boolean hashOfGet = true;
  private Clock clock = Clock.systemUTC();
  private int maxBodyBytes = 1 << 20;
  private Duration margin = Duration.ofMillis(250);
  private ReplayGuard replayGuard = ReplayGuard.inMemory(REMEMBERED_TOKENS);
  private WebhookObserver observer = WebhookObserver.none();
  private NccoChecks nccoChecks;
  private Duration stateKeep = Duration.ofDays(1);
  private @Nullable StateStore stateStore;
  private @Nullable StateCodec stateCodec;

  private WebhookSettings(URI baseUrl) {
    this.baseUrl = baseUrl;
    this.nccoChecks = isLoopback(baseUrl) ? NccoChecks.FAIL : NccoChecks.LOG;
  }

  /**
   * Settings with a base URL and every default.
   *
   * @param baseUrl where the platform reaches the app, for instance {@code https://pizza.example}; may have a path, and a slash at its
   *     end makes no difference
   * @throws IllegalArgumentException for anything but an absolute http or https URL without query and fragment
   */
  public static WebhookSettings of(URI baseUrl) {
    String scheme = String.valueOf(baseUrl.getScheme());
    boolean http = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    if (!http
        || baseUrl.getHost() == null
        || baseUrl.getRawQuery() != null
        || baseUrl.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "The base URL \"" + baseUrl + "\" is not like https://pizza.example.");
    }
    String text = baseUrl.toString();
    return new WebhookSettings(
        text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : baseUrl);
  }

  /** The account's signature secrets. Without one, an app with any signed webhook does not start. */
  public WebhookSettings secrets(SignatureSecrets signatureSecrets) {
    WebhookSettings copy = copy();
    copy.secrets = Objects.requireNonNull(signatureSecrets);
    return copy;
  }

  /** The account's signature secret. */
  public WebhookSettings secret(String signatureSecret) {
    return secrets(SignatureSecrets.of(signatureSecret));
  }

  /** Takes webhooks from anybody: no signature is looked at. For a machine that only its owner reaches. */
  public WebhookSettings insecure() {
    WebhookSettings copy = copy();
    copy.insecure = true;
    return copy;
  }

  /**
   * Does not compare the {@code payload_hash} of GET webhooks, whose recipe the platform's documentation leaves open. Signature and age
   * are still checked, and POST is checked whole.
   */
  public WebhookSettings ignoringHashOfGet() {
    WebhookSettings copy = copy();
    copy.hashOfGet = false;
    return copy;
  }

  /** The clock that tokens are judged by; the system's by default. */
  public WebhookSettings clock(Clock other) {
    WebhookSettings copy = copy();
    copy.clock = Objects.requireNonNull(other);
    return copy;
  }

  /**
   * The largest body taken, in bytes; larger ones get 413. 1 MiB by default.
   *
   * @throws IllegalArgumentException for less than 1 or more than 1 GiB
   */
  public WebhookSettings maxBodyBytes(int bytes) {
    if (bytes < 1 || bytes > 1 << 30) {
      throw new IllegalArgumentException(
          "The largest body is between 1 byte and 1 GiB, not " + bytes + ".");
    }
    WebhookSettings copy = copy();
    copy.maxBodyBytes = bytes;
    return copy;
  }

  /**
   * How long before the platform's read time-out a stage that is not complete is answered for. 250 ms by default.
   *
   * @throws IllegalArgumentException for a negative duration
   */
  public WebhookSettings deadlineMargin(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("The margin before the time-out cannot be negative.");
    }
    WebhookSettings copy = copy();
    copy.margin = time;
    return copy;
  }

  /** What remembers answered tokens; 100,000 of them in this process by default. */
  public WebhookSettings replayGuard(ReplayGuard guard) {
    WebhookSettings copy = copy();
    copy.replayGuard = Objects.requireNonNull(guard);
    return copy;
  }

  /** Who is told of every webhook; nobody by default. */
  public WebhookSettings observer(WebhookObserver other) {
    WebhookSettings copy = copy();
    copy.observer = Objects.requireNonNull(other);
    return copy;
  }

  /**
   * What happens to an NCCO that the platform would refuse. {@link NccoChecks#FAIL} by default where the base URL is a loopback address,
   * which the platform cannot reach, so that this is development or a test; else {@link NccoChecks#LOG}.
   */
  public WebhookSettings nccoChecks(NccoChecks checks) {
    WebhookSettings copy = copy();
    copy.nccoChecks = Objects.requireNonNull(checks);
    return copy;
  }

  /**
   * Where {@link CallState} is kept, for an app of several copies; in this process by default, the latest 100,000 of them.
   *
   * @param codec turns values into bytes and back
   */
  public WebhookSettings stateStore(StateStore store, StateCodec codec) {
    WebhookSettings copy = copy();
    copy.stateStore = Objects.requireNonNull(store);
    copy.stateCodec = Objects.requireNonNull(codec);
    return copy;
  }

  /**
   * How long a {@link CallState} is kept after its last change. A day by default: the platform ends a call after two hours, and tells of
   * its recordings soon after.
   *
   * @throws IllegalArgumentException for zero or a negative duration
   */
  public WebhookSettings stateKeep(Duration time) {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("State is kept for a positive time.");
    }
    WebhookSettings copy = copy();
    copy.stateKeep = time;
    return copy;
  }

  /** Where the platform reaches the app, without a slash at its end. */
  public URI baseUrl() {
    return baseUrl;
  }

  /** The signature secrets. */
  public SignatureSecrets secrets() {
    return secrets;
  }

  /** Whether signatures are looked at. */
  public boolean isInsecure() {
    return insecure;
  }

  /** Largest body taken, in bytes. */
  public int maxBodyBytes() {
    return maxBodyBytes;
  }

  /** What happens to an NCCO that the platform would refuse. */
  public NccoChecks nccoChecks() {
    return nccoChecks;
  }

  /** What keeps the state of calls, made anew: one for each engine. */
  CallStates callStates() {
    return stateStore == null || stateCodec == null
        ? new CallStates.Memory(REMEMBERED_CALLS, stateKeep, clock)
        : new CallStates.Shared(stateStore, stateCodec, stateKeep);
  }

  boolean checksHashOfGet() {
    return hashOfGet;
  }

  Clock clock() {
    return clock;
  }

  Duration deadlineMargin() {
    return margin;
  }

  ReplayGuard replayGuard() {
    return replayGuard;
  }

  WebhookObserver observer() {
    return observer;
  }

  @Override
  public String toString() {
    return baseUrl + (insecure ? ", insecure" : ", " + secrets);
  }

  private WebhookSettings copy() {
    WebhookSettings copy = new WebhookSettings(baseUrl);
    copy.secrets = secrets;
    copy.insecure = insecure;
    copy.hashOfGet = hashOfGet;
    copy.clock = clock;
    copy.maxBodyBytes = maxBodyBytes;
    copy.margin = margin;
    copy.replayGuard = replayGuard;
    copy.observer = observer;
    copy.nccoChecks = nccoChecks;
    copy.stateKeep = stateKeep;
    copy.stateStore = stateStore;
    copy.stateCodec = stateCodec;
    return copy;
  }

  private static boolean isLoopback(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.[0-9]{1,3}){3}");
  }
}
