package dev.switchboard.provisioning;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes back the replacement of a run that stood still between its last look at the lease and the request: it may have
 * undone what whoever took over has finished meanwhile, and nobody would know that a capability which is there again was
 * dropped.
 */
final class LateUpdate {
  private final DeploymentContext deployment;
  private final Session session;

  LateUpdate(DeploymentContext deployment, Session session) {
    this.deployment = deployment;
    this.session = session;
  }

  /** Makes the application what the state says by now, if the lease is lost. */
  void withdraw(String id) {
    Optional<StateDocument> state = successor(id);
    while (state.isPresent()) {
      StateDocument seen = state.get();
      deployment.platform().application(id).ifPresent(remote -> restore(id, remote, seen));
      // It may have gone on meanwhile.
      state = successor(id).filter(now -> !now.aboutToOwn().equals(seen.aboutToOwn()));
    }
  }

  private Optional<StateDocument> successor(String id) {
    return session.successor().filter(state -> state.applicationId().equals(Optional.of(id)));
  }

  private void restore(String id, ObjectNode remote, StateDocument state) {
    ObjectNode bound = Desired.application(deployment.manifest(), deployment.bindings());
    Merge merge = Merge.of(
        session.state().lastApplied(),
        Secrets.unsealed(state.aboutToOwn(), bound),
        remote,
        state.rewrites(),
        path -> List.of());
    ObjectNode body = merge.tree();
    deployment.keys().keys().stream()
        .filter(key -> state.fingerprint().equals(Optional.of(key.fingerprint())))
        .findFirst()
        .ifPresent(key -> {
          if (!Survey.fingerprint(remote).equals(state.fingerprint())) {
            body.withObject("/keys").put("public_key", key.publicPem());
          }
        });
    if (!Tree.same(body, remote)) {
      var unused = deployment.platform().update(id, body);
    }
  }
}
