package dev.switchboard.provisioning;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Leads numbers to the application and away from it, one by one, each with its whole form and its previous owner kept. */
final class NumberLinks {
  private final DeploymentContext deployment;
  private final Session session;
  private final Steps steps;
  private final String application;

  NumberLinks(DeploymentContext deployment, Session session, Steps steps, String application) {
    this.deployment = deployment;
    this.session = session;
    this.steps = steps;
    this.application = application;
  }

  void run(LivePlan plan) {
    for (Change change : plan.changes()) {
      if (change.ofNumber() && change.kind() == Change.Kind.REMOVE) {
        String msisdn = change.before().orElseThrow().text().orElseThrow();
        unlink(change.path().get(1), msisdn);
      }
    }
    deployment.bindings().numbers().forEach((name, msisdn) -> {
      ObjectNode planned = plan.findings().numbers().get(msisdn.digits());
      if (planned != null) {
        bind(name, msisdn.digits(), planned);
      }
    });
  }

  private void bind(String name, String msisdn, ObjectNode planned) {
    if (planned.path("app_id").asString("").equals(application)) {
      linked(name, planned, session.state().previousOf(msisdn));
      return;
    }
    ObjectNode number = find(msisdn);
    if (number.path("app_id").asString("").equals(application)) {
      // A run that stood still led it here since the plan was made.
      linked(name, number, previous(planned));
      return;
    }
    if (!NumberForm.holder(number).equals(NumberForm.holder(planned))) {
      throw new ProvisioningException(
          Failure.STALE,
          "The number " + msisdn + " was led elsewhere since the plan was made.",
          "Make a new plan and look at it.");
    }
    link(new LinkedNumber(name, msisdn, country(number), previous(number)), number);
  }

  /** The application that a number leads to, unless it is this one. */
  private String previous(ObjectNode number) {
    return NumberForm.holder(number)
        .filter(holder -> !holder.equals(application))
        .orElse("");
  }

  /** Remembers a number that leads here already, unless it is known. */
  private void linked(String name, ObjectNode number, String previous) {
    String msisdn = number.path("msisdn").asString("");
    if (!session.state().isLinked(msisdn)) {
      session.save(
          state -> state.withLink(new LinkedNumber(name, msisdn, country(number), previous)));
    }
  }

  /** Leads a number to the application. */
  void link(LinkedNumber link, ObjectNode number) {
    steps.run(
        new Step("number:" + link.name(), "link " + link.msisdn() + " (\"" + link.name() + "\")"),
        () -> {
          session.save(state -> state.journalingLink("link", link));
          send(number, Optional.of(application));
          return session.save(state -> state.withLink(link).settled());
        });
  }

  /** Leads a number nowhere, if the account still owns it and it still leads to the application. */
  void unlink(String name, String msisdn) {
    Optional<ObjectNode> number = deployment
        .platform()
        .number(msisdn)
        .filter(owned -> NumberForm.holder(owned).equals(Optional.of(application)));
    steps.run(new Step("number:" + name, "unlink " + msisdn + " (\"" + name + "\")"), () -> {
      number.ifPresent(owned -> {
        session.save(state ->
            state.journalingLink("unlink", new LinkedNumber(name, msisdn, country(owned), "")));
        send(owned, Optional.empty());
      });
      return session.save(state -> state.withoutLink(msisdn).settled());
    });
  }

  /** Leads a number to whoever held it before. */
  void restore(LinkedNumber link) {
    ObjectNode number = find(link.msisdn());
    steps.run(
        new Step("number:" + link.name(), "give " + link.msisdn() + " back to " + link.previous()),
        () -> {
          session.save(state -> state.journalingLink("unlink", link));
          send(number, Optional.of(link.previous()));
          return session.save(state -> state.withoutLink(link.msisdn()).settled());
        });
  }

  private void send(ObjectNode number, Optional<String> to) {
    session.holding();
    steps.wrote();
    Map<String, String> form = NumberForm.leading(number, to);
    deployment.platform().updateNumber(form);
    verify(number, to);
  }

  /** Reads the number back: everything that can be set must be what was sent. */
  private void verify(ObjectNode before, Optional<String> to) {
    ObjectNode after = find(before.path("msisdn").asString(""));
    if (!NumberForm.leading(after, to).equals(NumberForm.leading(before, to))
        || !NumberForm.holder(after).equals(to)) {
      throw new ProvisioningException(
          Failure.VERIFICATION,
          "The platform took the update of " + before.path("msisdn").asString("")
              + " and shows something else.",
          "Look at the number in the dashboard.");
    }
  }

  private ObjectNode find(String msisdn) {
    return deployment
        .platform()
        .number(msisdn)
        .orElseThrow(() -> new ProvisioningException(
            Failure.STALE,
            "The account does not own " + msisdn + " any more.",
            "Make a new plan and look at it."));
  }

  private static String country(ObjectNode number) {
    return number.path("country").asString("");
  }
}
