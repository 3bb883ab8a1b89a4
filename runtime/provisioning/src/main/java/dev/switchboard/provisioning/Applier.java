package dev.switchboard.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries a plan out. Each write is journaled before it is sent, so that the next run can tell what may have happened;
 * everything but the creation is a whole replacement and simply happens again.
 */
final class Applier {
  private final DeploymentContext deployment;
  private final Steps steps;

  Applier(DeploymentContext deployment, ProgressListener listener) {
    this.deployment = deployment;
    this.steps = new Steps(deployment.clock(), listener);
  }

  void apply(LivePlan expected) {
    if (expected.isEmpty()) {
      // State and platform were read one after the other; another run may have begun in between.
      if (!deployment.state().write().equals(expected.findings().state().write())) {
        throw moved();
      }
      return;
    }
    apply(expected.guard(), session -> fresh(session, expected));
  }

  private LivePlan fresh(Session session, LivePlan expected) {
    return new Planner(deployment)
        .plan(session.state(), expected.findings().desired(), expected.options());
  }

  /** Makes the plan again under the lease; see {@link #apply(ObjectNode, Remake)}. */
  @FunctionalInterface
  interface Remake {
    LivePlan plan(Session session);
  }

  /** Carries out what {@code remake} plans under the lease, if that is still what {@code guard} saw. */
  void apply(ObjectNode guard, Remake remake) {
    try (Session session = deployment.open()) {
      var unused = steps.guarding(() -> run(session, guard, remake));
    }
  }

  private StateDocument run(Session session, ObjectNode guard, Remake remake) {
    LivePlan plan = remake.plan(session);
    if (!Tree.same(plan.guard(), guard)) {
      throw moved();
    }
    if (!plan.refusals().isEmpty()) {
      throw new ProvisioningException(
          Failure.REFUSED,
          String.join(" ", plan.refusals()),
          "Nothing was changed. Allow it, or change what is asked for.");
    }
    Planner.Findings found = plan.findings();
    new Recovery(deployment, session).run(found.survey());
    ObjectNode remote = found
        .survey()
        .remote()
        .orElseGet(
            () -> new Creation(deployment, session, steps).create(found.desired(), found.survey()));
    remote = remember(session, remote, found);
    if (session.state().unsettled() || !found.survey().twins().isEmpty()) {
      new Twins(deployment, session, steps).settle(remote, found.survey().twins());
    }
    ObjectNode stored = update(session, remote, found);
    // Numbers have a journal entry each; what the update made ours must be safe before the first of
    // them.
    session.save(
        state -> state.withOwned(found.owned(), rest(stored, found.owned())).settled());
    if (plan.options().verify()) {
      verify(session, Survey.id(stored));
    }
    new NumberLinks(deployment, session, steps, Survey.id(stored)).run(plan);
    return session.finish(state -> state.recorded(deployment.clock().instant()));
  }

  private static ProvisioningException moved() {
    return new ProvisioningException(
        Failure.STALE,
        "The platform or the state has changed since the plan was made.",
        "Make a new plan and look at it.");
  }

  /** Step 10: what does not answer gets no numbers. The application itself is applied, and recorded. */
  private void verify(Session session, String id) {
    Verification verification = new Verifier(deployment, Optional.of(id)).run(steps.listener());
    if (!verification.passed()) {
      session.finish(state -> state.recorded(deployment.clock().instant()));
    }
    steps.verifying(verification);
  }

  /** Step 6: the id, and the key that we go on with. */
  private ObjectNode remember(Session session, ObjectNode remote, Planner.Findings found) {
    String id = Survey.id(remote);
    if (!session.state().applicationId().equals(Optional.of(id))) {
      String fingerprint = Survey.keyOf(remote, deployment.keys().keys())
          .or(found.survey()::key)
          .map(key -> key.fingerprint())
          .or(session.state()::createdWith)
          .or(() -> Survey.fingerprint(remote))
          .orElse("");
      boolean created = found.survey().remote().isEmpty();
      session.save(
          state -> state.withApplication(id, fingerprint).withUnsettled(created).settled());
    }
    return remote;
  }

  /** Steps 7 to 9: read again, merge again, journal, replace, read back. */
  private ObjectNode update(Session session, ObjectNode seen, Planner.Findings found) {
    String id = Survey.id(seen);
    boolean created = found.survey().remote().isEmpty();
    ObjectNode remote = created ? read(id) : seen;
    StateDocument state = session.state();
    ObjectNode owned = found.owned();
    Merge merge = Merge.of(
        created ? Tree.object() : found.state().lastApplied(),
        owned,
        remote,
        state.rewrites(),
        path -> List.of());
    boolean key = keyDiffers(state, remote);
    List<Change> open = merge.changes();
    if (created && !open.isEmpty() && !key) {
      // The platform stored it otherwise than sent a moment ago; to send the same again would
      // change nothing.
      rewritten(session, owned, remote);
      open = List.of();
    }
    if (open.isEmpty() && !key) {
      return remote;
    }
    ObjectNode body = merge.tree();
    if (key) {
      body.withObject("/keys").put("public_key", ours(state).publicPem());
    }
    String rest = rest(remote, owned);
    ObjectNode answer = steps.run(new Step("update", "update application " + id), () -> {
      session.save(s -> s.journaling("update", journal -> {
        journal.set("owned", Secrets.sealed(owned));
        journal.put("rest", rest);
      }));
      session.holding();
      steps.wrote();
      ObjectNode taken = deployment.platform().update(id, body).orElseThrow(() -> gone(id));
      new LateUpdate(deployment, session).withdraw(id);
      return taken;
    });
    ObjectNode stored = read(id);
    same(id, owned, answer, stored);
    if (key && keyDiffers(state, stored)) {
      throw new ProvisioningException(
          Failure.VERIFICATION,
          "The platform took our key for the application " + id + " and shows another one.",
          "Look at the application in the dashboard.");
    }
    rewritten(session, owned, stored);
    return stored;
  }

  /** What differs from the answer of a moment ago was not rewritten: somebody else wrote it, or the platform lags. */
  private static void same(String id, ObjectNode owned, ObjectNode answer, ObjectNode stored) {
    boolean changed = Tree.leaves(owned).keySet().stream()
        .filter(path ->
            !path.isEmpty() && !Secrets.isSecret(path) && !Tree.at(answer, path).isMissingNode())
        .anyMatch(path -> !Tree.same(Tree.at(answer, path), Tree.at(stored, path)));
    if (changed) {
      throw new ProvisioningException(
          Failure.STALE,
          "The application " + id + " is not what the platform answered a moment ago.",
          "Somebody else may have changed it; make a new plan and look at it.");
    }
  }

  private boolean keyDiffers(StateDocument state, ObjectNode remote) {
    return state.fingerprint().filter(f -> !f.isEmpty()).isPresent()
        && !Survey.fingerprint(remote).equals(state.fingerprint());
  }

  private dev.switchboard.provisioning.keys.ApplicationKey ours(StateDocument state) {
    return deployment.keys().keys().stream()
        .filter(key -> state.fingerprint().equals(Optional.of(key.fingerprint())))
        .findFirst()
        .orElseThrow(() -> new ProvisioningException(
            Failure.REFUSED,
            "The application's key was replaced elsewhere, and ours is not in "
                + deployment.keys().describe() + ".",
            "Put the key back there, or rotate it."));
  }

  private ObjectNode read(String id) {
    return deployment.platform().application(id).orElseThrow(() -> gone(id));
  }

  private static ProvisioningException gone(String id) {
    return new ProvisioningException(
        Failure.STALE,
        "The application " + id + " was deleted a moment ago.",
        "Make a new plan and look at it.");
  }

  private static void rewritten(Session session, ObjectNode owned, ObjectNode stored) {
    List<Rewrite> rewrites = new ArrayList<>();
    Tree.leaves(owned).forEach((path, sent) -> {
      JsonNode there = Tree.at(stored, path);
      if (!path.isEmpty() && !Secrets.holds(stored, path, sent)) {
        rewrites.add(new Rewrite(path, sent, there));
      }
    });
    session.save(state -> state.withRewrites(rewrites));
  }

  /** A hash of what the manifest does not own: told apart, never kept. */
  static String rest(ObjectNode remote, ObjectNode owned) {
    ObjectNode rest = remote.deepCopy();
    List.of("id", "keys", "_links").forEach(rest::remove);
    for (Map.Entry<List<String>, JsonNode> leaf : Tree.leaves(owned).entrySet()) {
      if (!leaf.getKey().isEmpty() && !leaf.getValue().isObject()) {
        Tree.remove(rest, leaf.getKey());
      }
    }
    return Tree.hash(rest);
  }
}
