package dev.switchboard.provisioning;

import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Compares the platform with what was last applied. */
final class Drifts {
  private final DeploymentContext deployment;

  Drifts(DeploymentContext deployment) {
    this.deployment = deployment;
  }

  Drift drift(StateDocument state) {
    String id = state
        .applicationId()
        .orElseThrow(() -> new ProvisioningException(
            Failure.REFUSED,
            "Nothing was applied in this environment yet.",
            "Apply the plan first."));
    Optional<ObjectNode> remote = deployment.platform().application(id);
    if (remote.isEmpty()) {
      return new Drift(
          List.of(new Change(
              Change.Kind.REMOVE,
              List.of("id"),
              Optional.of(Json.of(id)),
              Optional.empty(),
              List.of(),
              "deleted elsewhere")),
          false,
          List.of());
    }
    List<Change> changes = new ArrayList<>();
    Merge.of(Tree.object(), state.owned(), remote.get(), state.rewrites(), deployment::handlers)
        .changes()
        .forEach(change -> changes.add(seenFromState(change)));
    Optional<String> there = Survey.fingerprint(remote.get());
    if (!state.fingerprint().equals(there)) {
      changes.add(new Change(
          Change.Kind.CHANGE,
          List.of("keys", "public_key"),
          state.fingerprint().map(Json::of),
          Optional.of(Json.of(there.orElse("none"))),
          List.of(),
          "fingerprints"));
    }
    for (LinkedNumber link : state.links()) {
      number(link, id).ifPresent(changes::add);
    }
    boolean rest = !state.rest().equals(Applier.rest(remote.get(), state.owned()));
    return new Drift(
        changes,
        rest,
        rest
            ? List.of("Something that the manifest does not own was changed elsewhere.")
            : List.of());
  }

  /** A plan would put the applied value back; drift tells what became of it. */
  private static Change seenFromState(Change change) {
    Change.Kind kind = change.kind() == Change.Kind.ADD ? Change.Kind.REMOVE : change.kind();
    Optional<Json> applied = change.after();
    Optional<Json> there = change.before();
    return new Change(kind, change.path(), applied, there, change.handlers(), change.note());
  }

  private Optional<Change> number(LinkedNumber link, String id) {
    Optional<String> holder =
        deployment.platform().number(link.msisdn()).flatMap(NumberForm::holder);
    return holder.equals(Optional.of(id))
        ? Optional.empty()
        : Optional.of(new Change(
            holder.isEmpty() ? Change.Kind.REMOVE : Change.Kind.CHANGE,
            List.of("numbers", link.name()),
            Optional.of(Json.of(id)),
            holder.map(Json::of),
            List.of(),
            link.msisdn()));
  }

  List<Status.NumberStatus> numbers(StateDocument state) {
    List<Status.NumberStatus> all = new ArrayList<>();
    for (ObjectNode number : deployment.platform().numbers()) {
      String msisdn = number.path("msisdn").asString("");
      Optional<LinkedNumber> link =
          state.links().stream().filter(l -> l.msisdn().equals(msisdn)).findFirst();
      all.add(new Status.NumberStatus(
          link.map(LinkedNumber::name).orElse(""),
          msisdn,
          number.path("country").asString(""),
          NumberForm.holder(number),
          link.map(LinkedNumber::previous).filter(p -> !p.isEmpty())));
    }
    return all;
  }
}
