package dev.switchboard.provisioning;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds out what became of the write that an earlier run had journaled when it was cut off, and puts that into the state.
 * Creations and updates need no more than to be planned again; numbers and keys have a before that must not get lost.
 */
final class Recovery {
  private final DeploymentContext deployment;
  private final Session session;

  Recovery(DeploymentContext deployment, Session session) {
    this.deployment = deployment;
    this.session = session;
  }

  void run(Survey survey) {
    StateDocument state = session.state();
    switch (state.journal().path("intent").asString("")) {
      // Whoever wrote it may stand still and send it yet: only the journal knows where it led
      // before.
      case "link" ->
        settle(
            leads(state, survey)
                ? state.withLink(state.journaledLink())
                : state.withPrevious(state.journaledLink()));
      case "unlink" ->
        settle(
            leads(state, survey)
                ? state
                : state.withoutLink(state.journaledLink().msisdn()));
      case "rotate" -> survey.remote().ifPresent(remote -> settle(rotated(state, remote)));
      case "destroy" -> settle(survey.remote().isEmpty() ? state.withoutApplication() : state);
      default -> {
        // "update" stays until the state is recorded: what it owned may be on the platform.
        // "create" is looked for.
      }
    }
  }

  private boolean leads(StateDocument state, Survey survey) {
    Optional<String> application = survey.remote().map(Survey::id);
    return application.isPresent()
        && deployment
            .platform()
            .number(state.journaledLink().msisdn())
            .flatMap(NumberForm::holder)
            .equals(application);
  }

  /** Whichever of the two keys the platform holds is the one that counts; an unused new one is never used again. */
  static StateDocument rotated(StateDocument state, ObjectNode remote) {
    String from = state.journal().path("from").asString("");
    String to = state.journal().path("to").asString("");
    boolean done = Survey.fingerprint(remote).equals(Optional.of(to));
    return state.withApplication(Survey.id(remote), done ? to : from).retiring(done ? from : to);
  }

  private void settle(StateDocument settled) {
    session.save(state -> settled.settled());
  }
}
