package dev.switchboard.provisioning;

import dev.switchboard.provisioning.keys.ApplicationKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes back the creation of a run that stood still between its last look at the lease and the request: whoever took over
 * in the meantime may have finished without it, and then nobody would look for it again.
 */
final class LateCreation {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final DeploymentContext deployment;
  private final Session session;

  LateCreation(DeploymentContext deployment, Session session) {
    this.deployment = deployment;
    this.session = session;
  }

  /**
   * Removes what was made, if the lease is lost and the state names another application by now. Where it names none, whoever
   * took over still looks for our key, and finds it.
   *
   * @param answer the application as it was answered; empty when the answer was lost
   */
  void withdraw(ApplicationKey key, Optional<ObjectNode> answer) {
    Optional<ObjectNode> kept = session
        .successor()
        .flatMap(StateDocument::applicationId)
        .flatMap(deployment.platform()::application)
        .filter(
            application -> Survey.fingerprint(application).equals(Optional.of(key.fingerprint())));
    if (kept.isEmpty() || answer.map(Survey::id).equals(kept.map(Survey::id))) {
      return;
    }
    for (String id : made(key, Survey.id(kept.get()), answer)) {
      deployment
          .platform()
          .application(id)
          .filter(late -> Twins.copies(kept.get(), late)
              && deployment.platform().numbersOf(id).isEmpty())
          .ifPresent(late -> deployment.platform().delete(id));
    }
  }

  /** A proxy may have doubled it, and the list may lag: what was made at the same time shows at the same time. */
  private Set<String> made(ApplicationKey key, String kept, Optional<ObjectNode> answer) {
    Set<String> ids = new LinkedHashSet<>();
    Instant until = deployment.clock().instant().plus(deployment.settle());
    while (true) {
      Set<String> listed = new LinkedHashSet<>();
      deployment.platform().applications().stream()
          .filter(
              application -> Survey.fingerprint(application).equals(Optional.of(key.fingerprint())))
          .map(Survey::id)
          .filter(id -> !id.equals(kept))
          .forEach(listed::add);
      ids.addAll(listed);
      boolean all = answer.map(a -> listed.contains(Survey.id(a))).orElse(!listed.isEmpty());
      if (all || !deployment.clock().instant().isBefore(until)) {
        answer.map(Survey::id).ifPresent(ids::add);
        return ids;
      }
      deployment.pause(LOOK);
    }
  }
}
