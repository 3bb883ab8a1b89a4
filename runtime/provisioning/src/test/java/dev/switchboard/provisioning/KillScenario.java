package dev.switchboard.provisioning;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.provisioning.files.DurableFiles;
import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What a killed process was doing; the same command finishes it. */
enum KillScenario {
  CREATE,
  UPDATE,
  NUMBER,
  ROTATE,
  LINK,
  UNLINK,
  RESTORE,
  DESTROY;

  static final String NUMBER_DIGITS = "447700900123";
  private static final Msisdn NUMBER_MOVED = Msisdn.of(NUMBER_DIGITS);
  /** Longer than any run takes on a busy machine, so that the number of writes does not depend on time. */
  static final Duration LEASE = Duration.ofMinutes(10);

  /** Not for the children: to make a key takes a fresh process longer than all the rest. */
  private static final class Prepared {
    static final ApplicationKey KEY = ApplicationKey.generate();
  }

  /** The key that a run would make, made before. */
  static FileKeyStore nextKeys(Path folder, int run) {
    return new FileKeyStore(folder.resolveSibling("next-" + run));
  }

  /** Brings the account to where the scenario begins; the same key each time, since making one takes long. */
  void prepare(Account account, Path folder) {
    if (this == CREATE) {
      return;
    }
    Deployment before = builder(
            Fixtures.manifest(List.of(), Fixtures.voice("eu-west")),
            Fixtures.bindings(),
            account,
            folder,
            HttpClient.newHttpClient(),
            new DurableFiles(),
            Clock.systemUTC())
        .generator(() -> Prepared.KEY)
        .build();
    before.plan().apply();
    if (startsLinked()) {
      before.linkNumber(
          "line", NUMBER_MOVED, Options.DEFAULT.takingNumbers(), ProgressListener.NONE);
    }
  }

  /** Whether the number leads to our application before the command runs; else it leads to the other one. */
  boolean startsLinked() {
    return this == UNLINK || this == RESTORE || this == DESTROY;
  }

  /** The deployment that the scenario's command runs on. */
  Deployment deployment(
      Account account, Path folder, HttpClient http, DurableFiles files, Clock clock, int run) {
    return switch (this) {
      case CREATE, ROTATE, LINK, UNLINK, RESTORE, DESTROY ->
        deployment(
            Fixtures.manifest(List.of(), Fixtures.voice("eu-west")),
            Fixtures.bindings(),
            account,
            folder,
            http,
            files,
            clock,
            run);
      case UPDATE ->
        deployment(
            Fixtures.manifest(List.of(), Fixtures.voice("na-east"), Fixtures.messages()),
            Fixtures.bindings(),
            account,
            folder,
            http,
            files,
            clock,
            run);
      case NUMBER ->
        deployment(
            Fixtures.manifest(List.of("support"), Fixtures.voice("eu-west")),
            Fixtures.bindings("support", NUMBER_DIGITS),
            account,
            folder,
            http,
            files,
            clock,
            run);
    };
  }

  private static Deployment deployment(
      Manifest manifest,
      Bindings bindings,
      Account account,
      Path folder,
      HttpClient http,
      DurableFiles files,
      Clock clock,
      int run) {
    return builder(manifest, bindings, account, folder, http, files, clock)
        .generator(() -> nextKeys(folder, run).keys().get(0))
        .build();
  }

  private static DeploymentBuilder builder(
      Manifest manifest,
      Bindings bindings,
      Account account,
      Path folder,
      HttpClient http,
      DurableFiles files,
      Clock clock) {
    return Deployment.of(manifest)
        .bindings(bindings)
        .environment("kill")
        .account(account)
        .http(http)
        .clock(clock)
        .lease(LEASE)
        .state(new FileStateStore(folder.resolve("state.json"), files))
        .keys(new FileKeyStore(folder.resolve("keys"), files));
  }

  /** The command itself, the same for the run that is killed and for the one that finishes it. */
  void run(Deployment deployment) {
    Options take = Options.DEFAULT.takingNumbers();
    switch (this) {
      case CREATE, UPDATE, NUMBER -> deployment.plan(take).apply();
      case ROTATE -> deployment.rotateKey(ProgressListener.NONE);
      case LINK -> deployment.linkNumber("line", NUMBER_MOVED, take, ProgressListener.NONE);
      case UNLINK -> deployment.unlinkNumber(NUMBER_MOVED, ProgressListener.NONE);
      case RESTORE -> deployment.restoreNumber(NUMBER_MOVED, ProgressListener.NONE);
      case DESTROY -> deployment.destroy("Phone tést", ProgressListener.NONE);
    }
  }

  /** Whether the command, given again after it is done, says that there is nothing of the kind. */
  boolean refusedWhenDone() {
    return startsLinked();
  }
}
