package dev.switchboard.provisioning;

import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.KeyStore;
import dev.switchboard.provisioning.platform.Platform;
import dev.switchboard.provisioning.platform.RestPlatform;
import dev.switchboard.provisioning.state.StateStore;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes over applications that were made elsewhere: by their id, or by their private key. It reads the platform only;
 * what it finds is an {@link Adoption}.
 */
public final class Adopter {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> RESERVED = Set.of(
      ("abstract assert boolean break byte case catch char class const continue default do double else enum extends final"
              + " finally float for goto if implements import instanceof int interface long native new package private"
              + " protected public return short static strictfp super switch synchronized this throw throws transient try"
              + " void volatile while true false null _")
          .split(" "));

  /** Simple names that the pasted class uses itself, so that it cannot be called so. */
  private static final Set<String> USED = Set.of(
      ("SwitchboardApp VoiceApp MessagesApp RtcApp VbcApp VerifyApp NetworkApp VideoApp Region MessagesVersion HttpMethod"
              + " VideoKind AnswerUrl FallbackAnswerUrl EventUrl InboundUrl StatusUrl VideoUrl AnswerRequest FallbackRequest"
              + " VoiceEvent InboundMessage MessageStatus RtcEvent VerifyEvent VideoEvent Ncco String"
              + " UnsupportedOperationException record sealed permits var yield")
          .split(" "));

  /** More numbers than this are a matter of lists, not of names in a source file. */
  private static final int MOST_NUMBERS = 20;

  private final Account account;
  private final String environment;
  private final StateStore store;
  private final KeyStore keys;
  private final Platform platform;
  private final Clock clock;

  private Adopter(Builder builder) {
    this.account = builder.account;
    this.environment = builder.environment;
    this.store = Objects.requireNonNull(builder.store, "state");
    this.keys = Objects.requireNonNull(builder.keys, "keys");
    this.platform = new RestPlatform(
        account,
        Objects.requireNonNullElseGet(
            builder.http,
            () -> HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()));
    this.clock = builder.clock;
  }

  /** Begins one; state and keys must be given, those of the class that is to be pasted. */
  public static Builder of(Account account) {
    return new Builder(account);
  }

  /** Collects what an adoption needs. */
  public static final class Builder {
    private final Account account;
    private String environment = "default";
    private @Nullable StateStore store;
    private @Nullable KeyStore keys;
    private @Nullable HttpClient http;
    private Clock clock = Clock.systemUTC();

    private Builder(Account account) {
      this.account = Objects.requireNonNull(account);
    }

    /** The environment's name; {@code default} unless set. */
    public Builder environment(String name) {
      this.environment = name;
      return this;
    }

    /** Where the state will live. */
    public Builder state(StateStore store) {
      this.store = store;
      return this;
    }

    /** Where the keys live. */
    public Builder keys(KeyStore keys) {
      this.keys = keys;
      return this;
    }

    /** What sends the requests; by default one with a connect time-out of ten seconds. */
    public Builder http(HttpClient http) {
      this.http = http;
      return this;
    }

    /** The clock that the state is dated by; the system's unless set. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** The adopter. */
    public Adopter build() {
      return new Adopter(this);
    }
  }

  /**
   * Finds an application by its id.
   *
   * @param className what the class will be called, with its package
   * @throws ProvisioningException REFUSED when the account has no such application; INVALID for a name that no class can
   *     have
   */
  public Adoption byId(String applicationId, String className) {
    check(className);
    // An id goes into a path; whatever is none cannot be an application's.
    if (!applicationId.matches("[A-Za-z0-9-]{1,64}")) {
      throw new ProvisioningException(
          Failure.INVALID,
          "That is no id of an application.",
          "Give it as the dashboard shows it: 8-4-4-4-12 hexadecimal digits.");
    }
    ObjectNode remote = platform
        .application(applicationId)
        .orElseThrow(
            () -> new ProvisioningException(
                Failure.REFUSED,
                "The account " + account.apiKey() + " has no application " + applicationId + ".",
                "Look up the id in the dashboard, and whether the credentials are those of that account."));
    return adoption(remote, className, Optional.empty());
  }

  /**
   * Finds an application by its private key, on all pages.
   *
   * @param className what the class will be called, with its package
   * @throws ProvisioningException REFUSED when no application of the account, or more than one, carries that key; INVALID
   *     for a name that no class can have
   */
  public Adoption byKey(ApplicationKey key, String className) {
    check(className);
    List<ObjectNode> found = platform.applications().stream()
        .filter(
            application -> Survey.fingerprint(application).equals(Optional.of(key.fingerprint())))
        .toList();
    if (found.size() != 1) {
      throw new ProvisioningException(
          Failure.REFUSED,
          (found.isEmpty() ? "No application" : "More than one application") + " of the account "
              + account.apiKey() + " carries the key " + key.fingerprint().substring(0, 12) + ".",
          found.isEmpty()
              ? "Look whether the key was replaced, and whether the credentials are those of that account."
              : "Adopt one of them by its id: "
                  + String.join(", ", found.stream().map(Survey::id).toList()) + ".");
    }
    String id = Survey.id(found.get(0));
    // The list may show less than the application itself.
    return adoption(platform.application(id).orElse(found.get(0)), className, Optional.of(key));
  }

  private static void check(String className) {
    String[] parts = className.split("\\.", -1);
    for (String part : parts) {
      if (!IDENTIFIER.matcher(part).matches() || RESERVED.contains(part)) {
        throw new ProvisioningException(
            Failure.INVALID,
            "No class can be called \"" + className + "\".",
            "Give package and name, such as com.acme.PizzaLine.");
      }
    }
    if (USED.contains(parts[parts.length - 1])) {
      throw new ProvisioningException(
          Failure.INVALID,
          parts[parts.length - 1] + " is the name of a type that the class itself uses.",
          "Choose another one.");
    }
  }

  private Adoption adoption(ObjectNode remote, String className, Optional<ApplicationKey> given) {
    Map<String, ObjectNode> numbers = new LinkedHashMap<>();
    List<ObjectNode> linked = platform.numbersOf(Survey.id(remote));
    if (linked.size() <= MOST_NUMBERS) {
      for (ObjectNode number : linked) {
        // Short codes are numbers too, and none that an environment can bind.
        if (Msisdn.isOne(number.path("msisdn").asString(""))) {
          numbers.put("number-" + (numbers.size() + 1), number);
        }
      }
    }
    return new FoundApplication(this, remote, className, given, numbers, linked.size());
  }

  Account account() {
    return account;
  }

  String environment() {
    return environment;
  }

  StateStore store() {
    return store;
  }

  KeyStore keys() {
    return keys;
  }

  Clock clock() {
    return clock;
  }
}
