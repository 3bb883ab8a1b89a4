package dev.switchboard.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Removes what a doubled creation left behind: a proxy or a retry below us may send one POST twice, and both copies carry
 * our key. Only an untouched copy goes; anything else is for a person to judge.
 */
final class Twins {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final DeploymentContext deployment;
  private final Session session;
  private final Steps steps;

  Twins(DeploymentContext deployment, Session session, Steps steps) {
    this.deployment = deployment;
    this.session = session;
    this.steps = steps;
  }

  void settle(ObjectNode kept, List<ObjectNode> known) {
    List<ObjectNode> twins = new ArrayList<>(known);
    boolean listed = twins.isEmpty() && look(kept, twins);
    for (ObjectNode twin : twins) {
      remove(kept, twin);
    }
    if (listed || !twins.isEmpty()) {
      session.save(state -> state.withUnsettled(false));
    }
  }

  /** Waits until the list shows the application itself; what was made at the same time is then in it, too. */
  private boolean look(ObjectNode kept, List<ObjectNode> twins) {
    Instant until = deployment.clock().instant().plus(deployment.settle());
    Optional<String> ours = Survey.fingerprint(kept);
    while (true) {
      boolean listed = false;
      for (ObjectNode application : deployment.platform().applications()) {
        boolean itself = Survey.id(application).equals(Survey.id(kept));
        listed = listed || itself;
        if (!itself && ours.isPresent() && Survey.fingerprint(application).equals(ours)) {
          twins.add(application);
        }
      }
      if (listed || !twins.isEmpty() || !deployment.clock().instant().isBefore(until)) {
        return listed;
      }
      deployment.pause(LOOK);
      session.holding();
    }
  }

  private void remove(ObjectNode kept, ObjectNode shown) {
    String id = Survey.id(shown);
    Optional<ObjectNode> twin = deployment.platform().application(id);
    if (twin.isEmpty()) {
      return;
    }
    if (!copies(kept, twin.get()) || !deployment.platform().numbersOf(id).isEmpty()) {
      throw new ProvisioningException(
          Failure.REFUSED,
          "Two applications carry our key: " + Survey.id(kept) + " and " + id
              + ", and they differ.",
          "Delete the one that is not wanted, or give it another key; then run apply again.");
    }
    steps.run(new Step("twin", "remove " + id + ", a second copy of the same creation"), () -> {
      session.holding();
      steps.wrote();
      deployment.platform().delete(id);
      return id;
    });
  }

  /** Whether nobody has touched either of them since. */
  static boolean copies(ObjectNode one, ObjectNode other) {
    return Tree.same(bare(one), bare(other));
  }

  private static ObjectNode bare(ObjectNode application) {
    ObjectNode bare = application.deepCopy();
    bare.remove("id");
    bare.remove("_links");
    return bare;
  }
}
