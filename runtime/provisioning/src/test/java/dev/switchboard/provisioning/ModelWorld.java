package dev.switchboard.provisioning;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.KeyStore;
import dev.switchboard.provisioning.platform.Platform;
import dev.switchboard.provisioning.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Platform, state, keys and clock in memory; each write is a fork at which a fault may be chosen. */
final class ModelWorld extends Clock implements Platform, StateStore, KeyStore {
  /** The end of a process. */
  static final class Cut extends Error {
    private static final long serialVersionUID = 1L;

    Cut() {
      super("cut", null, false, false);
    }
  }

  private static final List<ApplicationKey> KEYS =
      Stream.generate(ApplicationKey::generate).limit(4).toList();

  final Map<String, ObjectNode> applications = new LinkedHashMap<>();
  final Map<String, ObjectNode> numbers = new LinkedHashMap<>();
  final List<ApplicationKey> keys = new ArrayList<>();
  final ModelWays ways;
  int faults;
  int made;
  int revisions;
  boolean dead;
  Instant now = Instant.parse("2030-01-01T00:00:00Z");
  Optional<Stored> stored = Optional.empty();

  ModelWorld(ModelWays ways, int faults) {
    this.ways = ways;
    this.faults = faults;
  }

  /** A fork: 0 goes on, anything else is a fault. */
  private int fork(int ways) {
    if (dead) {
      throw new Cut();
    }
    int way = faults == 0 ? 0 : this.ways.choose(ways);
    faults -= way == 0 ? 0 : 1;
    return way;
  }

  private Cut cut() {
    dead = true;
    return new Cut();
  }

  /** A write that may be cut off before or after it happens. */
  private void write(Runnable effect) {
    int way = fork(3);
    if (way == 1) {
      throw cut();
    }
    effect.run();
    if (way == 2) {
      throw cut();
    }
  }

  @Override
  public void checkAccount() {}

  @Override
  public List<ObjectNode> applications() {
    return applications.values().stream().map(ObjectNode::deepCopy).toList();
  }

  @Override
  public Optional<ObjectNode> application(String id) {
    return Optional.ofNullable(applications.get(id)).map(ObjectNode::deepCopy);
  }

  private ObjectNode make(ObjectNode body) {
    ObjectNode application = body.deepCopy();
    application.put("id", "made-" + ++made);
    applications.put(Survey.id(application), application);
    return application.deepCopy();
  }

  @Override
  public ObjectNode create(ObjectNode body) throws OutcomeUnknownException {
    int way = fork(6);
    if (way == 1) {
      throw cut();
    }
    if (way == 2) {
      throw new OutcomeUnknownException("it never arrived", new IllegalStateException());
    }
    ObjectNode application = make(body);
    if (way == 3) {
      throw cut();
    }
    if (way == 4) {
      throw new OutcomeUnknownException("the answer was lost", new IllegalStateException());
    }
    if (way == 5) {
      make(body);
    }
    return application;
  }

  @Override
  public Optional<ObjectNode> update(String id, ObjectNode body) {
    write(() -> applications.put(id, body.deepCopy()));
    return application(id);
  }

  @Override
  public void delete(String id) {
    write(() -> applications.remove(id));
  }

  @Override
  public Optional<ObjectNode> number(String msisdn) {
    return Optional.ofNullable(numbers.get(msisdn)).map(ObjectNode::deepCopy);
  }

  @Override
  public List<ObjectNode> numbersOf(String applicationId) {
    return numbers().stream()
        .filter(n -> NumberForm.holder(n).equals(Optional.of(applicationId)))
        .toList();
  }

  @Override
  public List<ObjectNode> numbers() {
    return numbers.values().stream().map(ObjectNode::deepCopy).toList();
  }

  @Override
  public void updateNumber(Map<String, String> form) {
    write(() -> {
      ObjectNode number = Tree.object();
      form.forEach(number::put);
      numbers.put(number.path("msisdn").asString(), number);
    });
  }

  @Override
  public Optional<Stored> read() {
    return stored;
  }

  @Override
  public Optional<Stored> replace(@Nullable String expected, String document) {
    if (!Objects.equals(stored.map(Stored::revision).orElse(null), expected)) {
      return Optional.empty();
    }
    write(() -> stored = Optional.of(new Stored(document, "r" + ++revisions)));
    return stored;
  }

  @Override
  public List<ApplicationKey> keys() {
    return List.copyOf(keys);
  }

  @Override
  public void store(ApplicationKey key) {
    write(() -> {
      if (!keys.contains(key)) {
        keys.add(key);
      }
    });
  }

  ApplicationKey fresh() {
    return KEYS.stream().filter(key -> !keys.contains(key)).findFirst().orElseThrow();
  }

  @Override
  public String describe() {
    return "the model";
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }

  Deployment deployment(Manifest manifest, Bindings bindings) {
    return Deployment.of(manifest)
        .bindings(bindings)
        .account(Account.of("key", "secret"))
        .state(this)
        .keys(this)
        .platform(this)
        .clock(this)
        .lease(Duration.ofSeconds(60))
        .settle(Duration.ofSeconds(5))
        .pause(length -> now = now.plus(length))
        .generator(this::fresh)
        .build();
  }
}
