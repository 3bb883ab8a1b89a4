package dev.switchboard.provisioning;

import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Compares what should be with what is. Reads the platform, writes nothing. */
final class Planner {
  private final DeploymentContext deployment;

  Planner(DeploymentContext deployment) {
    this.deployment = deployment;
  }

  /** What a plan found out, for the run that carries it out. */
  record Findings(
      StateDocument state,
      Survey survey,
      ObjectNode desired,
      ObjectNode owned,
      Merge merge,
      Map<String, ObjectNode> numbers) {
    String remoteHash() {
      return survey.remote().map(Tree::hash).orElse("");
    }
  }

  LivePlan plan(StateDocument state, Options options) {
    ObjectNode desired = Desired.application(deployment.manifest(), deployment.bindings());
    return plan(state, desired, options);
  }

  LivePlan plan(StateDocument state, ObjectNode desired, Options options) {
    deployment.bindings().check(deployment.manifest());
    Survey survey = Survey.of(state, deployment.platform(), deployment.keys());
    List<String> refusals = new ArrayList<>();
    List<String> notes = new ArrayList<>(survey.notes());
    boolean created = survey.remote().isEmpty();
    ObjectNode lastApplied = created ? Tree.object() : state.lastApplied();
    ObjectNode owned = Desired.owned(desired, lastApplied);
    Merge merge = Merge.of(
        lastApplied,
        created ? desired : owned,
        survey.remote().orElseGet(Tree::object),
        state.rewrites(),
        deployment::handlers);
    List<Change> changes = new ArrayList<>(merge.changes());
    keyChange(state, survey, refusals).ifPresent(changes::add);
    if (!survey.twins().isEmpty()) {
      notes.add(survey.twins().size() + " more application(s) carry the same key.");
    }
    Map<String, ObjectNode> numbers = new LinkedHashMap<>();
    numbers(state, survey, options, changes, numbers, refusals, notes);
    if (!options.allowRemovals()) {
      changes.stream()
          .filter(Change::removal)
          .forEach(change ->
              refusals.add("Removing " + change.name() + " has to be allowed (--allow-removals)."));
    }
    boolean running = state
        .leaseUntil()
        .filter(until -> until.isAfter(deployment.clock().instant()))
        .isPresent();
    if (running) {
      notes.add("Another run is at work; this plan may be half of what it does.");
    } else if (!state.journal().isMissingNode()) {
      notes.add("The last run was cut off while it was about to " + intent(state)
          + "; an apply finishes it.");
    }
    return new LivePlan(
        deployment,
        options,
        new Findings(state, survey, desired, owned, merge, numbers),
        List.copyOf(changes),
        List.copyOf(refusals),
        List.copyOf(notes));
  }

  private static String intent(StateDocument state) {
    return switch (state.journal().path("intent").asString("")) {
      case "create" -> "create the application";
      case "update" -> "update the application";
      case "link" -> "link a number";
      case "unlink" -> "unlink a number";
      case "rotate" -> "rotate the key";
      case "destroy" -> "destroy the application";
      default -> "write";
    };
  }

  /** Our key is the application's identity: another one on the platform is a difference like any other. */
  private Optional<Change> keyChange(StateDocument state, Survey survey, List<String> refusals) {
    if (survey.remote().isEmpty()
        || state.fingerprint().isEmpty()
        || !state.journal("rotate").isMissingNode()) {
      return Optional.empty();
    }
    String ours = state.fingerprint().get();
    String there = Survey.fingerprint(survey.remote().get()).orElse("none");
    if (there.equals(ours)) {
      return Optional.empty();
    }
    if (survey.key().filter(key -> key.fingerprint().equals(ours)).isEmpty()
        && deployment.keys().keys().stream().noneMatch(key -> key.fingerprint().equals(ours))) {
      refusals.add("The application's key was replaced elsewhere, and ours is not in "
          + deployment.keys().describe() + ".");
    }
    return Optional.of(new Change(
        Change.Kind.CHANGE,
        List.of("keys", "public_key"),
        Optional.of(Json.parse("\"" + there + "\"")),
        Optional.of(Json.parse("\"" + ours + "\"")),
        List.of(),
        "fingerprints; the key was replaced elsewhere"));
  }

  private void numbers(
      StateDocument state,
      Survey survey,
      Options options,
      List<Change> changes,
      Map<String, ObjectNode> numbers,
      List<String> refusals,
      List<String> notes) {
    Optional<String> application = survey.remote().map(Survey::id);
    deployment.bindings().numbers().forEach((name, msisdn) -> {
      Optional<ObjectNode> number = deployment.platform().number(msisdn.digits());
      if (number.isEmpty()) {
        refusals.add("The account does not own " + msisdn.digits() + " (\"" + name
            + "\"); buy it, or bind another.");
        return;
      }
      numbers.put(msisdn.digits(), number.get());
      NumberForm.forwarding(number.get())
          .ifPresent(type -> notes.add(msisdn.digits() + " forwards calls to a " + type
              + " address, which wins over the application."));
      link(name, msisdn, number.get(), application, options, changes, refusals);
    });
    List<String> bound =
        deployment.bindings().numbers().values().stream().map(Msisdn::digits).toList();
    for (LinkedNumber link : state.links()) {
      if (!link.byHand() && !bound.contains(link.msisdn())) {
        deployment
            .platform()
            .number(link.msisdn())
            .filter(
                number -> application.isPresent() && NumberForm.holder(number).equals(application))
            .ifPresent(number -> {
              numbers.put(link.msisdn(), number);
              changes.add(new Change(
                  Change.Kind.REMOVE,
                  List.of("numbers", link.name()),
                  Optional.of(text(link.msisdn())),
                  Optional.empty(),
                  List.of(),
                  ""));
            });
      }
    }
  }

  private static void link(
      String name,
      Msisdn msisdn,
      ObjectNode number,
      Optional<String> application,
      Options options,
      List<Change> changes,
      List<String> refusals) {
    Optional<String> holder = NumberForm.holder(number);
    if (application.isPresent() && number.path("app_id").asString("").equals(application.get())) {
      return;
    }
    boolean taken = holder.isPresent() && !holder.equals(application);
    if (taken && !options.takeNumbers()) {
      refusals.add(msisdn.digits() + " (\"" + name + "\") leads to the application " + holder.get()
          + "; taking it has to be allowed (--take-numbers).");
    }
    changes.add(new Change(
        taken ? Change.Kind.CHANGE : Change.Kind.ADD,
        List.of("numbers", name),
        taken ? Optional.of(text(holder.get())) : Optional.empty(),
        Optional.of(text(msisdn.digits())),
        List.of(),
        taken ? "leads to another application" : ""));
  }

  private static Json text(String text) {
    return Json.of(text);
  }
}
