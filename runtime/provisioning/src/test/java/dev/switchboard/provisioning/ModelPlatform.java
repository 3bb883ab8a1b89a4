package dev.switchboard.provisioning;

import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The platform of the model, with what may go wrong when an application is made. */
final class ModelPlatform implements Platform {
  /** What the answer to a creation says of keys. */
  enum Answer {
    OURS,
    PRIVATE_KEY,
    OTHER_PUBLIC_KEY
  }

  /** How long the list leaves a new application out: for some looks, or for longer than anybody looks at once. */
  private static final List<Duration> LAGS =
      List.of(Duration.ZERO, ModelWorld.SETTLE.minusSeconds(2), ModelWorld.SETTLE.plusSeconds(3));

  final Map<String, ObjectNode> applications = new LinkedHashMap<>();
  final Map<String, ObjectNode> numbers = new LinkedHashMap<>();
  Answer answer = Answer.OURS;

  private final ModelWorld world;
  private final Map<String, Instant> listed = new LinkedHashMap<>();
  private Instant last = Instant.EPOCH;
  private int made;

  ModelPlatform(ModelWorld world) {
    this.world = world;
  }

  void like(ModelPlatform other) {
    other.applications.forEach((id, application) -> applications.put(id, application.deepCopy()));
    other.numbers.forEach((msisdn, number) -> numbers.put(msisdn, number.deepCopy()));
    answer = other.answer;
    listed.putAll(other.listed);
    last = other.last;
    made = other.made;
  }

  @Override
  public void checkAccount() {
    world.step();
  }

  @Override
  public List<ObjectNode> applications() {
    world.step();
    return applications.values().stream()
        .filter(a -> !listed.getOrDefault(Survey.id(a), world.now).isAfter(world.now))
        .map(ObjectNode::deepCopy)
        .toList();
  }

  @Override
  public Optional<ObjectNode> application(String id) {
    world.step();
    return there(id);
  }

  private Optional<ObjectNode> there(String id) {
    return Optional.ofNullable(applications.get(id)).map(ObjectNode::deepCopy);
  }

  private ObjectNode make(ObjectNode body, Duration lag) {
    ObjectNode application = body.deepCopy();
    String id = "made-" + ++made;
    application.put("id", id);
    application.withObject("/capabilities").putObject("payments").put("by", "the platform");
    if (answer != Answer.OURS) {
      application.withObject("/keys").put("public_key", world.foreign().publicPem());
    }
    applications.put(id, application);
    // A list that lags shows things in the order in which they came.
    Instant shown = world.now.plus(lag);
    last = last.isAfter(shown) ? last : shown;
    listed.put(id, last);
    return application.deepCopy();
  }

  @Override
  public ObjectNode create(ObjectNode body) throws OutcomeUnknownException {
    world.step();
    if (world.run.stoodStill) {
      // Killed besides, between the request and taking it back, it would leave what nobody can know
      // of.
      world.run.sheltered = true;
    }
    if (answer != Answer.OURS) {
      return foreign(body);
    }
    int way = world.fork(5);
    if (way == 1) {
      throw world.cut();
    }
    if (way == 2) {
      throw new OutcomeUnknownException("it never arrived", new IllegalStateException());
    }
    Duration lag = LAGS.get(world.fork(LAGS.size()));
    boolean doubled = world.fork(2) == 1;
    ObjectNode application = make(body, lag);
    if (doubled) {
      make(body, lag);
    }
    if (way == 3) {
      throw world.cut();
    }
    if (way == 4) {
      throw new OutcomeUnknownException("the answer was lost", new IllegalStateException());
    }
    return application;
  }

  /** Until the answer is written down nothing may go wrong: such an application could be found by nothing. */
  private ObjectNode foreign(ObjectNode body) {
    world.run.sheltered = true;
    ObjectNode application = make(body, Duration.ZERO);
    ApplicationKey key = world.foreign();
    if (answer == Answer.PRIVATE_KEY) {
      application.withObject("/keys").put("private_key", key.privatePem());
    }
    return application;
  }

  @Override
  public Optional<ObjectNode> update(String id, ObjectNode body) {
    world.step();
    world.write(() -> {
      if (applications.containsKey(id)) {
        applications.put(id, body.deepCopy());
      }
    });
    return there(id);
  }

  @Override
  public void delete(String id) {
    world.step();
    world.write(() -> {
      applications.remove(id);
      numbers.values().forEach(number -> {
        if (NumberForm.holder(number).equals(Optional.of(id))) {
          number.remove("app_id");
        }
      });
    });
  }

  @Override
  public Optional<ObjectNode> number(String msisdn) {
    world.step();
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
    world.step();
    return numbers.values().stream().map(ObjectNode::deepCopy).toList();
  }

  @Override
  public void updateNumber(Map<String, String> form) {
    world.step();
    world.write(() -> {
      ObjectNode number = Tree.object();
      form.forEach(number::put);
      numbers.put(number.path("msisdn").asString(), number);
    });
  }
}
