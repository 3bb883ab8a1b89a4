package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A command, what must be there before it, and what is there when it is done. */
enum ModelStory {
  CREATE,
  CREATE_ANSWERED_WITH_A_PRIVATE_KEY,
  CREATE_ANSWERED_WITH_ANOTHER_KEY,
  UPDATE,
  ROTATE,
  LINK,
  UNLINK,
  RESTORE,
  ROLLBACK,
  DESTROY;

  private static final String NUMBER = "447700900123";
  private static final Msisdn MSISDN = Msisdn.of(NUMBER);
  private static final String OTHER = "other";
  private static final String SMS = "https://sms.example";
  private static final Options ALL = Options.DEFAULT.takingNumbers().allowingRemovals();

  private boolean creates() {
    return name().startsWith("CREATE");
  }

  private boolean startsLinked() {
    return this == UNLINK || this == RESTORE || this == DESTROY;
  }

  void prepare(ModelWorld world) {
    ObjectNode other = Tree.object();
    other.put("id", OTHER).put("name", "Phone tést");
    world.platform.applications.put(OTHER, other);
    ObjectNode number = Tree.object();
    number.put("country", "GB").put("msisdn", NUMBER).put("app_id", OTHER).put("moHttpUrl", SMS);
    world.platform.numbers.put(NUMBER, number);
    if (this == CREATE_ANSWERED_WITH_A_PRIVATE_KEY) {
      world.platform.answer = ModelPlatform.Answer.PRIVATE_KEY;
    } else if (this == CREATE_ANSWERED_WITH_ANOTHER_KEY) {
      world.platform.answer = ModelPlatform.Answer.OTHER_PUBLIC_KEY;
    }
    if (creates()) {
      return;
    }
    before(world).plan().apply();
    world.platform.applications.values().forEach(a -> a.put("unmanaged", "kept"));
    if (startsLinked()) {
      before(world).linkNumber("line", MSISDN, ALL, ProgressListener.NONE);
    }
    if (this == ROLLBACK) {
      after(world).plan(ALL).apply();
    }
  }

  private static Deployment before(ModelWorld world) {
    return world.deployment(
        Fixtures.manifest(List.of(), Fixtures.voice("eu-west"), Fixtures.messages()),
        Fixtures.bindings());
  }

  private static Deployment after(ModelWorld world) {
    return world.deployment(
        Fixtures.manifest(List.of("support"), Fixtures.voice("na-east")),
        Fixtures.bindings("support", NUMBER));
  }

  Deployment deployment(ModelWorld world) {
    return creates() || this == UPDATE || this == ROLLBACK ? after(world) : before(world);
  }

  /** The command, the same for the run that something befalls and for those that finish it. */
  void act(ModelWorld world) {
    Deployment deployment = deployment(world);
    switch (this) {
      case ROTATE -> deployment.rotateKey(ProgressListener.NONE);
      case LINK -> deployment.linkNumber("line", MSISDN, ALL, ProgressListener.NONE);
      case UNLINK -> deployment.unlinkNumber(MSISDN, ProgressListener.NONE);
      case RESTORE -> deployment.restoreNumber(MSISDN, ProgressListener.NONE);
      case DESTROY -> deployment.destroy("Phone tést", ProgressListener.NONE);
      case ROLLBACK -> deployment.rollback(1, ALL).apply();
      default -> deployment.plan(ALL).apply();
    }
  }

  /** Whether the command, given once more after it is done, says that there is nothing of the kind. */
  boolean done(Failure failure) {
    return startsLinked() && failure == Failure.REFUSED;
  }

  /** What must be so whenever a run says that it is done: everything, and no other run has its work open. */
  void check(ModelWorld world, String where) {
    checkNothingOpen(world, where);
    StateDocument state = world.stores.state();
    List<ObjectNode> ours = world.platform.applications.values().stream()
        .filter(a -> !Survey.id(a).equals(OTHER))
        .toList();
    if (!state.unsettled()) {
      assertThat(ours).as(where).hasSize(this == DESTROY ? 0 : 1);
    }
    number(world, where, state.applicationId());
    if (this == DESTROY) {
      assertThat(state.applicationId()).as(where).isEmpty();
      return;
    }
    ObjectNode application = ours.stream()
        .filter(a -> state.applicationId().equals(Optional.of(Survey.id(a))))
        .findFirst()
        .orElseThrow(() -> new AssertionError(where + " another application"));
    assertThat(Survey.fingerprint(application))
        .as(where)
        .isPresent()
        .isEqualTo(state.fingerprint());
    assertThat(world.stores.holds(state.fingerprint())).as(where + " key").isTrue();
    assertThat(application.at("/capabilities/payments/by").asString(""))
        .as(where)
        .isEqualTo("the platform");
    if (!creates()) {
      assertThat(application.path("unmanaged").asString("")).as(where).isEqualTo("kept");
    }
    boolean messages = !creates() && this != UPDATE;
    assertThat(application.at("/capabilities/messages").isObject()).as(where).isEqualTo(messages);
    assertThat(application.at("/capabilities/voice/region").asString(""))
        .as(where)
        .isEqualTo(messages ? "eu-west" : "na-east");
  }

  static void checkNothingOpen(ModelWorld world, String where) {
    StateDocument state = world.stores.state();
    assertThat(state.journal().isMissingNode()).as(where + " journal").isTrue();
    assertThat(state.leaseHolder()).as(where + " lease").isEmpty();
  }

  private void number(ModelWorld world, String where, Optional<String> application) {
    ObjectNode number = Objects.requireNonNull(world.platform.numbers.get(NUMBER));
    assertThat(number.path("moHttpUrl").asString("")).as(where).isEqualTo(SMS);
    Optional<String> holder = switch (this) {
      case UNLINK, DESTROY -> Optional.empty();
      case RESTORE, ROTATE -> Optional.of(OTHER);
      default -> application;
    };
    assertThat(NumberForm.holder(number)).as(where + " number").isEqualTo(holder);
    List<LinkedNumber> links = world.stores.state().links();
    if (startsLinked() || this == ROTATE) {
      assertThat(links).as(where).isEmpty();
    } else {
      assertThat(links)
          .as(where)
          .singleElement()
          .satisfies(link -> assertThat(link.previous()).isEqualTo(OTHER));
    }
  }

  /** The end of the walk: the same again, and nothing is left to do. */
  void checkEnd(ModelWorld world, String where) {
    check(world, where);
    if (this != DESTROY) {
      Deployment deployment = deployment(world);
      Plan plan = this == ROLLBACK ? deployment.rollback(1, ALL) : deployment.plan(ALL);
      assertThat(plan.isEmpty()).as(where + " " + plan).isTrue();
    }
  }
}
