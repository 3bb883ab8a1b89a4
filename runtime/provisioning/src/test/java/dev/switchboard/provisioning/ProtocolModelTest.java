package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real engine in a small world, through every way of it. Alone, with up to two faults: a cut before or after each
 * write; a creation whose answer is lost, that never arrived, that arrives twice, that the list does not show yet. And two
 * runs of one command at once, the turn going over at any step, also for longer than a lease lasts. Whenever a run says
 * that it is done, it is; and after whatever happened, one more run makes it right.
 */
class ProtocolModelTest {
  private static final int MOST_FAULTS = 2;

  /** How a run may end that does not come to its end because of a fault, or of the other. */
  private static final Set<Failure> HELD_UP =
      EnumSet.of(Failure.PARTIAL, Failure.BUSY, Failure.STALE);

  @ParameterizedTest
  @EnumSource
  void oneMoreRunMakesItRight(ModelStory story) {
    walk(story, "two faults", world -> {
      world.faults = MOST_FAULTS;
      finish(story, world, MOST_FAULTS);
    });
  }

  /** A platform that makes keys of its own does not do so twice at once here: it does so for no-one we know of. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*ANSWERED.*")
  void twoRunsDoWhatOneDoes(ModelStory story) {
    walk(story, "two runs", world -> {
      AtomicInteger done = new AtomicInteger();
      Runnable run = () -> {
        if (run(story, world)) {
          done.incrementAndGet();
        }
      };
      ModelRun.both(world, 2, run, run);
      if (!world.stoodStill) {
        assertThat(done).as(where(story, world)).hasPositiveValue();
        story.checkEnd(world, where(story, world));
      }
      world.passLease();
      finish(story, world, 0);
    });
  }

  /** A platform that makes keys of its own does not do so twice at once here: it does so for no-one we know of. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*ANSWERED.*")
  void twoRunsAndAFault(ModelStory story) {
    walk(story, "two runs and a fault", world -> {
      world.faults = 1;
      ModelRun.both(world, 1, () -> run(story, world), () -> run(story, world));
      world.faults = 0;
      world.passLease();
      finish(story, world, 0);
    });
  }

  /** Both replace the whole application, each with what it read before. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anUpdateAndARotationAtOnce(boolean updateFirst) {
    ModelStory story = ModelStory.UPDATE;
    walk(story, updateFirst ? "and a rotation" : "after a rotation began", world -> {
      Runnable update = () -> attempt(story, world);
      Runnable rotation = () -> attempt(ModelStory.ROTATE, world);
      ModelRun.both(world, 2, updateFirst ? update : rotation, updateFirst ? rotation : update);
      world.passLease();
      finish(story, world, 0);
    });
  }

  /** Something that happens in a prepared world; must leave it as the story wants it. */
  private interface Play {
    void in(ModelWorld world);
  }

  private static void walk(ModelStory story, String what, Play play) {
    ModelWays ways = new ModelWays();
    ModelWorld prepared = new ModelWorld(ways);
    story.prepare(prepared);
    int walks = 0;
    do {
      ModelWorld world = prepared.copy(ways);
      try {
        play.in(world);
        story.checkEnd(world, where(story, world));
      } catch (RuntimeException e) {
        throw new AssertionError(where(story, world), e);
      }
      walks++;
    } while (ways.next());
    assertThat(walks).isGreaterThan(50);
    System.out.println("protocol model: " + story + ", " + what + ", " + walks + " ways");
  }

  private static String where(ModelStory story, ModelWorld world) {
    return story + " " + world.ways;
  }

  /** Gives the command until it comes to its end. */
  private static void finish(ModelStory story, ModelWorld world, int mostFaults) {
    for (int run = 0; run <= mostFaults; run++) {
      world.run = new ModelRun();
      if (run(story, world)) {
        if (!world.stores.state().unsettled()) {
          return;
        }
        // The list still does not show what was made; the next run looks again.
        world.passLease();
      }
    }
    throw new AssertionError("it never came to its end: " + where(story, world));
  }

  /** One process; what it says to be done must be. */
  private static boolean run(ModelStory story, ModelWorld world) {
    boolean done = attempt(story, world);
    if (done && !world.stoodStill) {
      story.check(world, where(story, world));
    }
    return done;
  }

  /** One process; a lease that it leaves behind runs out before somebody looks again. */
  private static boolean attempt(ModelStory story, ModelWorld world) {
    try {
      story.act(world);
    } catch (ModelWorld.Cut e) {
      world.passLease();
      return false;
    } catch (ProvisioningException e) {
      if (world.run.dead) {
        // Cut off while it gave back what it had taken.
        world.passLease();
        return false;
      }
      if (!story.done(e.failure())) {
        assertThat(HELD_UP).as(where(story, world) + " " + e.getMessage()).contains(e.failure());
        return false;
      }
    }
    if (!world.stoodStill) {
      ModelStory.checkNothingOpen(world, where(story, world));
    }
    return true;
  }
}
