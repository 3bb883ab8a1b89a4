package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.manifest.Manifest;
import java.time.Duration;
import java.util.List;
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

  enum Story {
    CREATE,
    UPDATE,
    ROTATE
  }

  @ParameterizedTest
  @EnumSource(Story.class)
  void oneMoreRunMakesItRight(Story story) {
    ModelWays ways = new ModelWays();
    int walks = 0;
    do {
      ModelWorld world = new ModelWorld(ways, 0);
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

  private static void before(Story story, ModelWorld world) {
    if (story != Story.CREATE) {
      Manifest first = Fixtures.manifest(List.of(), Fixtures.voice("eu-west"), Fixtures.messages());
      world.deployment(first, Fixtures.bindings()).plan().apply();
      world.applications.values().forEach(a -> a.put("unmanaged", "kept"));
    }
  }

  private static Deployment deployment(Story story, ModelWorld world) {
    return story == Story.ROTATE
        ? world.deployment(
            Fixtures.manifest(List.of(), Fixtures.voice("eu-west"), Fixtures.messages()),
            Fixtures.bindings())
        : world.deployment(
            Fixtures.manifest(List.of("support"), Fixtures.voice("na-east")),
            Fixtures.bindings("support", NUMBER));
  }

  /** Runs the command until it comes to its end; the faults are used up after two tries. */
  private static void play(Story story, ModelWorld world) {
    for (int run = 0; run <= MOST_FAULTS; run++) {
      try {
        Deployment deployment = deployment(story, world);
        if (story == Story.ROTATE) {
          deployment.rotateKey(ProgressListener.NONE);
        } else {
          deployment.plan(Options.DEFAULT.takingNumbers().allowingRemovals()).apply();
        }
        return;
      } catch (ModelWorld.Cut e) {
        world.dead = false;
      } catch (ProvisioningException e) {
        assertThat(e.failure()).as(e.getMessage()).isEqualTo(Failure.PARTIAL);
      }
      world.now = world.now.plus(Duration.ofMinutes(5));
    }
    throw new AssertionError("it never came to its end");
  }

  private static void check(Story story, ModelWorld world, ModelWays ways) {
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
