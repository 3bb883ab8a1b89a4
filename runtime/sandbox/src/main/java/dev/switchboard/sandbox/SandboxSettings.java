package dev.switchboard.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a sandbox is set up. Immutable: each method gives a changed copy. The start is {@link #defaults()}: any free port,
 * real time, strict APIs, a handful of numbers, invented credentials.
 */
public final class SandboxSettings {
  private static final List<String> NUMBERS = List.of(
      "447700900000", "447700900001", "447700900002", "447700900123", "12015550100", "12015550101");

  private final Values values;

  private SandboxSettings(Values values) {
    this.values = values;
  }

  /** The settings to start from. */
  public static SandboxSettings defaults() {
    return new SandboxSettings(new Values());
  }

  /** The port of the loopback interface to listen on, 0 (the default) for any free one. */
  public SandboxSettings port(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
    }
    return copy(values -> values.port = port);
  }

  /** The account's API key; {@code sandbox} by default. */
  public SandboxSettings apiKey(String apiKey) {
    return copy(values -> values.apiKey = notBlank("API key", apiKey));
  }

  /** The account's API secret; {@code sandbox-secret} by default. */
  public SandboxSettings apiSecret(String apiSecret) {
    return copy(values -> values.apiSecret = notBlank("API secret", apiSecret));
  }

  /** What webhooks are signed with; a fixed text by default. */
  public SandboxSettings signatureSecret(String signatureSecret) {
    return copy(values -> values.signatureSecret = notBlank("signature secret", signatureSecret));
  }

  /** The numbers that the account owns at the start, E.164 digits, in place of the default handful. */
  public SandboxSettings numbers(List<String> msisdns) {
    msisdns.forEach(SandboxSettings::requireMsisdn);
    return copy(values -> values.numbers = List.copyOf(msisdns));
  }

  /** One more number that the account owns at the start, E.164 digits. */
  public SandboxSettings number(String msisdn) {
    requireMsisdn(msisdn);
    return copy(values -> {
      List<String> more = new ArrayList<>(values.numbers);
      if (!more.contains(msisdn)) {
        more.add(msisdn);
      }
      values.numbers = List.copyOf(more);
    });
  }

  /**
   * Whether to take what old clients send and the platform refuses today: {@code connection_timeout} for {@code
   * connect_timeout}, and pages of up to 1,000 applications. Off by default.
   */
  public SandboxSettings lenient(boolean lenient) {
    return copy(values -> values.lenient = lenient);
  }

  /**
   * The file that state lives in, made when it is absent: applications, numbers, messages with what the app has yet to
   * be told about them, calls with their recordings and transcripts, faults, and how phones behave. What was acknowledged survives the end
   * of the process, {@code kill -9} included; a call that was running ends then. By default all state is in memory.
   */
  public SandboxSettings data(Path file) {
    return copy(values -> values.data = Optional.of(file));
  }

  /** Time that stands still until it is moved, beginning now. */
  public SandboxSettings virtualTime() {
    return virtualTime(Instant.now());
  }

  /** Time that stands still until it is moved. */
  public SandboxSettings virtualTime(Instant start) {
    return copy(values -> values.virtualStart = Optional.of(start));
  }

  /**
   * How long a test waits for what it expects, in the sandbox's time, and how long, in real time, a webhook under way
   * keeps virtual time from moving. 5 seconds by default. Under virtual time expectations wait a hundred times that.
   */
  public SandboxSettings patience(Duration patience) {
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience must be positive, not " + patience);
    }
    return copy(values -> values.patience = patience);
  }

  /** How long each talk and stream takes, in the sandbox's time; nothing by default. */
  public SandboxSettings speakingTime(Duration speakingTime) {
    if (speakingTime.isNegative()) {
      throw new IllegalArgumentException(
          "speaking time must not be negative, but is " + speakingTime);
    }
    return copy(values -> values.speakingTime = speakingTime);
  }

  /**
   * Whether a repeated attempt at a webhook carries the token of the first, in place of a fresh one. Nobody knows what the
   * platform does; a receiver must live with both. Off by default.
   */
  public SandboxSettings sameTokenOnRetry(boolean same) {
    return copy(values -> values.sameTokenOnRetry = same);
  }

  /**
   * Whether the platform's limits on voice are kept: three new calls and fifteen other requests in a second; what is more is refused with
   * 429, or told by an error event where an NCCO asked for it. Off by default.
   */
  public SandboxSettings rateLimits(boolean kept) {
    return copy(values -> values.rateLimits = kept);
  }

  /**
   * Whether a notify action sends its payload alone. The reference says so; the official clients show an envelope around it, which is the
   * default.
   */
  public SandboxSettings bareNotify(boolean bare) {
    return copy(values -> values.bareNotify = bare);
  }

  /** Where messages for no application and statuses of messages sent with the account's key go. */
  public SandboxSettings accountWebhooks(URI inbound, URI status) {
    return copy(values -> {
      values.inboundUrl = Optional.of(inbound);
      values.statusUrl = Optional.of(status);
    });
  }

  /** See {@link #port(int)}. */
  public int port() {
    return values.port;
  }

  /** See {@link #apiKey(String)}. */
  public String apiKey() {
    return values.apiKey;
  }

  /** See {@link #apiSecret(String)}. */
  public String apiSecret() {
    return values.apiSecret;
  }

  /** See {@link #signatureSecret(String)}. */
  public String signatureSecret() {
    return values.signatureSecret;
  }

  /** See {@link #numbers(List)}. */
  public List<String> numbers() {
    return values.numbers;
  }

  /** See {@link #lenient(boolean)}. */
  public boolean lenient() {
    return values.lenient;
  }

  /** When virtual time begins; empty when time is real. */
  public Optional<Instant> virtualStart() {
    return values.virtualStart;
  }

  /** See {@link #patience(Duration)}. */
  public Duration patience() {
    return values.patience;
  }

  /** See {@link #speakingTime(Duration)}. */
  public Duration speakingTime() {
    return values.speakingTime;
  }

  /** See {@link #sameTokenOnRetry(boolean)}. */
  public boolean sameTokenOnRetry() {
    return values.sameTokenOnRetry;
  }

  /** See {@link #rateLimits(boolean)}. */
  public boolean rateLimits() {
    return values.rateLimits;
  }

  /** See {@link #bareNotify(boolean)}. */
  public boolean bareNotify() {
    return values.bareNotify;
  }

  /** See {@link #data(Path)}. */
  public Optional<Path> data() {
    return values.data;
  }

  Optional<URI> inboundUrl() {
    return values.inboundUrl;
  }

  Optional<URI> statusUrl() {
    return values.statusUrl;
  }

  /** Nothing secret. */
  @Override
  public String toString() {
    return "SandboxSettings[port=" + values.port + ", apiKey=" + values.apiKey + ", numbers="
        + values.numbers + "]";
  }

  private SandboxSettings copy(Consumer<Values> change) {
    Values copy = new Values(values);
    change.accept(copy);
    return new SandboxSettings(copy);
  }

  private static String notBlank(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the " + what + " is empty");
    }
    return value;
  }

  private static void requireMsisdn(String msisdn) {
    if (!msisdn.matches("[1-9][0-9]{6,14}")) {
      throw new IllegalArgumentException(
          "\"" + msisdn + "\" is no number: 7 to 15 digits without + or 00");
    }
  }

  private static final class Values {
    private int port;
    private String apiKey = "sandbox";
    private String apiSecret = "sandbox-secret";
    private String signatureSecret = "sandbox-signature-secret-of-32-bytes";
    private List<String> numbers = NUMBERS;
    private boolean lenient;
    private Optional<Path> data = Optional.empty();
    private Optional<Instant> virtualStart = Optional.empty();
    private Duration patience = Duration.ofSeconds(5);
    private Duration speakingTime = Duration.ZERO;
    private boolean sameTokenOnRetry;
    private boolean rateLimits;
    private boolean bareNotify;
    private Optional<URI> inboundUrl = Optional.empty();
    private Optional<URI> statusUrl = Optional.empty();

    Values() {}

    Values(Values other) {
      port = other.port;
      apiKey = other.apiKey;
      apiSecret = other.apiSecret;
      signatureSecret = other.signatureSecret;
      numbers = other.numbers;
      lenient = other.lenient;
      data = other.data;
      virtualStart = other.virtualStart;
      patience = other.patience;
      speakingTime = other.speakingTime;
      sameTokenOnRetry = other.sameTokenOnRetry;
      rateLimits = other.rateLimits;
      bareNotify = other.bareNotify;
      inboundUrl = other.inboundUrl;
      statusUrl = other.statusUrl;
    }
  }
}
