package dev.switchboard.provisioning;

import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.KeyStore;
import dev.switchboard.provisioning.state.StateStore;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** What writes without a plan: rotation, destruction, single numbers, repair, the move of a renamed app. */
final class Operations {
  private final DeploymentContext deployment;
  private final Steps steps;

  Operations(DeploymentContext deployment, ProgressListener listener) {
    this.deployment = deployment;
    this.steps = new Steps(deployment.clock(), listener);
  }

  private StateDocument writing(Function<Session, StateDocument> work) {
    return writing("", session -> false, work);
  }

  /**
   * Runs a write under the lease.
   *
   * @param intent what the journal of a run that was cut off says, if it was cut off in this very write
   * @param done whether recovery found that write done; then nothing is left but to record it
   * @param work ends with what it left in the state
   */
  private StateDocument writing(
      String intent, Predicate<Session> done, Function<Session, StateDocument> work) {
    try (Session session = deployment.open()) {
      return steps.guarding(() -> {
        boolean cutOff = !session.state().journal(intent).isMissingNode();
        new Recovery(deployment, session)
            .run(Survey.of(session.state(), deployment.platform(), deployment.keys()));
        return cutOff && done.test(session)
            ? session.finish(state -> state.recorded(deployment.clock().instant()))
            : work.apply(session);
      });
    }
  }

  private static String id(Session session) {
    return session
        .state()
        .applicationId()
        .orElseThrow(() -> new ProvisioningException(
            Failure.REFUSED,
            "There is no application in this environment yet.",
            "Apply the plan first."));
  }

  private ObjectNode application(Session session) {
    String id = id(session);
    return deployment
        .platform()
        .application(id)
        .orElseThrow(() -> new ProvisioningException(
            Failure.STALE,
            "The application " + id + " is gone from the platform.",
            "Make a new plan and look at it."));
  }

  /** A new key in place of the present one. Both fingerprints are journaled, so that a cut leaves the right one in force. */
  String rotate() {
    StateDocument rotated = writing(session -> {
      ObjectNode remote = application(session);
      String from = Survey.fingerprint(remote).orElse("");
      ApplicationKey made = steps.run(
          new Step("key", "make a new key and keep it in " + deployment.keys().describe()),
          this::newKey);
      steps.run(new Step("rotate", "put the new key into force"), () -> {
        session.save(state -> state.journaling("rotate", journal -> {
          journal.put("from", from);
          journal.put("to", made.fingerprint());
        }));
        ObjectNode body = remote.deepCopy();
        body.withObject("/keys").put("public_key", made.publicPem());
        session.holding();
        steps.wrote();
        var unused = deployment.platform().update(Survey.id(remote), body);
        new LateUpdate(deployment, session).withdraw(Survey.id(remote));
        return body;
      });
      ObjectNode stored = application(session);
      if (!Survey.fingerprint(stored).equals(Optional.of(made.fingerprint()))) {
        throw new ProvisioningException(
            Failure.VERIFICATION,
            "The platform took the new key and shows another one.",
            "Look at the application in the dashboard; the former key is kept.");
      }
      return session.finish(state ->
          Recovery.rotated(state, stored).settled().recorded(deployment.clock().instant()));
    });
    return rotated.fingerprint().orElse("");
  }

  private ApplicationKey newKey() {
    ApplicationKey made = deployment.newKey();
    deployment.keys().store(made);
    if (!deployment.keys().keys().contains(made)) {
      throw new ProvisioningException(
          Failure.FAILED,
          "The key store " + deployment.keys().describe()
              + " does not give back the key it was given.",
          "Repair the key store; the application still has its former key.");
    }
    return made;
  }

  /** The end of an application; its numbers lead nowhere first. */
  void destroy(String name) {
    var unused =
        writing("destroy", session -> session.state().applicationId().isEmpty(), session -> {
          String id = id(session);
          Optional<ObjectNode> remote = deployment.platform().application(id);
          // Deleted elsewhere, it still has numbers and a state to give up.
          String real = remote.orElseGet(session.state()::owned).path("name").asString("");
          if (!real.equals(name)) {
            throw new ProvisioningException(
                Failure.REFUSED,
                "The application is called \"" + real + "\", not \"" + name + "\".",
                "Give its name exactly to destroy it.");
          }
          NumberLinks links = new NumberLinks(deployment, session, steps, id);
          session.state().links().forEach(link -> links.unlink(link.name(), link.msisdn()));
          steps.run(new Step("destroy", "delete the application " + id), () -> {
            session.save(state -> state.journaling("destroy", journal -> journal.put("id", id)));
            session.holding();
            steps.wrote();
            deployment.platform().delete(id);
            return id;
          });
          return session.finish(
              state -> state.withoutApplication().recorded(deployment.clock().instant()));
        });
  }

  void link(String name, Msisdn msisdn, Options options) {
    var unused = writing(session -> {
      String id = Survey.id(application(session));
      ObjectNode number = number(msisdn);
      Optional<LinkedNumber> known = link(session, msisdn);
      if (known.isPresent() && number.path("app_id").asString("").equals(id)) {
        // Linked already, perhaps by a run that was cut off: to do it again would forget where it
        // led before.
        return session.finish(state -> state.recorded(deployment.clock().instant()));
      }
      Optional<String> holder = NumberForm.holder(number).filter(other -> !other.equals(id));
      if (holder.isPresent() && !options.takeNumbers()) {
        throw new ProvisioningException(
            Failure.REFUSED,
            msisdn.digits() + " leads to the application " + holder.get() + ".",
            "Allow taking it (--take-numbers).");
      }
      String previous = holder.orElseGet(() -> session.state().previousOf(msisdn.digits()));
      LinkedNumber link = new LinkedNumber(
          name, msisdn.digits(), number.path("country").asString(""), previous, true);
      new NumberLinks(deployment, session, steps, id).link(link, number);
      return session.finish(state -> state.recorded(deployment.clock().instant()));
    });
  }

  void unlink(Msisdn msisdn) {
    var unused = writing("unlink", session -> link(session, msisdn).isEmpty(), session -> {
      String id = Survey.id(application(session));
      new NumberLinks(deployment, session, steps, id)
          .unlink(known(session, msisdn).name(), msisdn.digits());
      return session.finish(state -> state.recorded(deployment.clock().instant()));
    });
  }

  void restore(Msisdn msisdn) {
    var unused = writing("unlink", session -> link(session, msisdn).isEmpty(), session -> {
      String id = Survey.id(application(session));
      LinkedNumber link = known(session, msisdn);
      if (link.previous().isEmpty()) {
        throw new ProvisioningException(
            Failure.REFUSED,
            msisdn.digits() + " led to no application before.",
            "Unlink it, if it is to lead nowhere again.");
      }
      new NumberLinks(deployment, session, steps, id).restore(link);
      return session.finish(state -> state.recorded(deployment.clock().instant()));
    });
  }

  private static Optional<LinkedNumber> link(Session session, Msisdn msisdn) {
    return session.state().links().stream()
        .filter(link -> link.msisdn().equals(msisdn.digits()))
        .findFirst();
  }

  private static LinkedNumber known(Session session, Msisdn msisdn) {
    return link(session, msisdn)
        .orElseThrow(() -> new ProvisioningException(
            Failure.REFUSED,
            msisdn.digits() + " was not linked from here.",
            "See \"numbers list\" for those that were."));
  }

  private ObjectNode number(Msisdn msisdn) {
    return deployment
        .platform()
        .number(msisdn.digits())
        .orElseThrow(() -> new ProvisioningException(
            Failure.REFUSED,
            "The account does not own " + msisdn.digits() + ".",
            "Buy it, or name another."));
  }

  /**
   * Settles the journal of a run that was cut off, changing nothing on the platform. A creation and an update stay: only
   * an apply may decide about them.
   */
  void repair() {
    var unused = writing(session -> session.finish(state -> state));
  }

  /** Carries state and keys of the class's former name over; the former state then says where it went. */
  void moveFrom(StateStore former, KeyStore formerKeys) {
    StateStore.Stored stored = former
        .read()
        .orElseThrow(() -> new ProvisioningException(
            Failure.INVALID,
            "There is no state in " + former.describe() + ".",
            "Name the class it was applied as."));
    StateDocument state = StateDocument.read(stored.document(), former.describe());
    if (!state.journal().isMissingNode() || state.leaseHolder().isPresent()) {
      throw new ProvisioningException(
          Failure.BUSY,
          "A run on " + state.app() + " is not finished.",
          "Finish it with apply, or with repair.");
    }
    formerKeys.keys().forEach(deployment.keys()::store);
    StateDocument moved = state.movedTo(deployment.manifest().app());
    if (deployment.store().replace(null, moved.write()).isEmpty()) {
      throw new ProvisioningException(
          Failure.REFUSED,
          "There is a state in " + deployment.store().describe() + " already.",
          "Destroy that application first, or keep both apart.");
    }
    // Not an error when it is lost: two states of one application are told apart by the app's name.
    var unused = former.replace(
        stored.revision(), state.movedTo(deployment.manifest().app()).write());
  }
}
