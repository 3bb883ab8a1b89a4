package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * The real engine in a small world, through every order of up to two faults: a cut before or after each write, a creation
 * whose answer is lost, that never arrived, or that arrives twice. Whatever happened, one more run makes it right.
 */
class ProtocolModelTest {
  private static final int MOST_FAULTS = 2;
  private static final String NUMBER = "447700900123";
  private static final String OTHER = "other";
  private static final List<ApplicationKey> KEYS =
      Stream.generate(ApplicationKey::generate).limit(4).toList();

  enum Story {
    CREATE,
    UPDATE,
    ROTATE
  }

  /** Walks a tree of decisions depth first: each walk replays a prefix and then takes the first way at each fork. */
  private static final class Ways {
    private final List<int[]> taken = new ArrayList<>();
    private int at;

    int choose(int ways) {
      if (at == taken.size()) {
        taken.add(new int[] {0, ways});
      }
      return taken.get(at++)[0];
    }

    boolean next() {
      at = 0;
      while (!taken.isEmpty()) {
        int[] last = taken.get(taken.size() - 1);
        if (++last[0] < last[1]) {
          return true;
        }
        taken.remove(taken.size() - 1);
      }
      return false;
    }
  }

  /** The end of a process. */
  private static final class Cut extends Error {
    private static final long serialVersionUID = 1L;

    Cut() {
      super("cut", null, false, false);
    }
  }

  private static final class World extends Clock implements Platform, StateStore, KeyStore {
    final Map<String, ObjectNode> applications = new LinkedHashMap<>();
    final Map<String, ObjectNode> numbers = new LinkedHashMap<>();
    final List<ApplicationKey> keys = new ArrayList<>();
    final Ways ways;
    int faults;
    int made;
    int revisions;
    boolean dead;
    Instant now = Instant.parse("2030-01-01T00:00:00Z");
    Optional<Stored> stored = Optional.empty();

    World(Ways ways, int faults) {
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

  @ParameterizedTest
  @EnumSource(Story.class)
  void oneMoreRunMakesItRight(Story story) {
    Ways ways = new Ways();
    int walks = 0;
    do {
      World world = new World(ways, 0);
      ObjectNode other = Tree.object();
      other.put("id", OTHER).put("name", "Phone tést");
      world.applications.put(OTHER, other);
      ObjectNode number = Tree.object();
      number
          .put("country", "GB")
          .put("msisdn", NUMBER)
          .put("app_id", OTHER)
          .put("moHttpUrl", "https://sms.example");
      world.numbers.put(NUMBER, number);
      before(story, world);
      world.faults = MOST_FAULTS;
      play(story, world);
      check(story, world, ways);
      walks++;
    } while (ways.next());
    assertThat(walks).isGreaterThan(50);
    System.out.println("protocol model: " + story + ", " + walks + " ways");
  }

  private static void before(Story story, World world) {
    if (story != Story.CREATE) {
      Manifest first = Fixtures.manifest(List.of(), Fixtures.voice("eu-west"), Fixtures.messages());
      world.deployment(first, Fixtures.bindings()).plan().apply();
      world.applications.values().forEach(a -> a.put("unmanaged", "kept"));
    }
  }

  private static Deployment deployment(Story story, World world) {
    return story == Story.ROTATE
        ? world.deployment(
            Fixtures.manifest(List.of(), Fixtures.voice("eu-west"), Fixtures.messages()),
            Fixtures.bindings())
        : world.deployment(
            Fixtures.manifest(List.of("support"), Fixtures.voice("na-east")),
            Fixtures.bindings("support", NUMBER));
  }

  /** Runs the command until it comes to its end; the faults are used up after two tries. */
  private static void play(Story story, World world) {
    for (int run = 0; run <= MOST_FAULTS; run++) {
      try {
        Deployment deployment = deployment(story, world);
        if (story == Story.ROTATE) {
          deployment.rotateKey(ProgressListener.NONE);
        } else {
          deployment.plan(Options.DEFAULT.takingNumbers().allowingRemovals()).apply();
        }
        return;
      } catch (Cut e) {
        world.dead = false;
      } catch (ProvisioningException e) {
        assertThat(e.failure()).as(e.getMessage()).isEqualTo(Failure.PARTIAL);
      }
      world.now = world.now.plus(Duration.ofMinutes(5));
    }
    throw new AssertionError("it never came to its end");
  }

  private static void check(Story story, World world, Ways ways) {
    String where =
        story + " " + ways.taken.stream().map(way -> Integer.toString(way[0])).toList();
    List<ObjectNode> ours =
        world.applications().stream().filter(a -> !Survey.id(a).equals(OTHER)).toList();
    assertThat(ours).as(where).hasSize(1);
    Deployment deployment = deployment(story, world);
    Status status = deployment.status();
    assertThat(Survey.fingerprint(ours.get(0)))
        .as(where)
        .isPresent()
        .isEqualTo(status.fingerprint());
    assertThat(status.keyHeld()).as(where).isTrue();
    assertThat(status.unfinished()).as(where).isEmpty();
    assertThat(deployment.plan().isEmpty()).as(where + " " + deployment.plan()).isTrue();
    if (story != Story.CREATE) {
      assertThat(ours.get(0).path("unmanaged").asString("")).as(where).isEqualTo("kept");
    }
    if (story != Story.ROTATE) {
      ObjectNode number = world.number(NUMBER).orElseThrow();
      assertThat(NumberForm.holder(number)).as(where).contains(Survey.id(ours.get(0)));
      assertThat(number.path("moHttpUrl").asString("")).as(where).isEqualTo("https://sms.example");
      assertThat(deployment.context().state().links())
          .as(where)
          .singleElement()
          .satisfies(l -> assertThat(l.previous()).isEqualTo(OTHER));
      assertThat(ours.get(0).at("/capabilities/messages").isMissingNode())
          .as(where)
          .isTrue();
    }
  }
}
