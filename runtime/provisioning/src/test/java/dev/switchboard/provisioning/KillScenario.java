package dev.switchboard.provisioning;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.provisioning.files.DurableFiles;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** What a killed process was doing; the same command finishes it. */
enum KillScenario {
  CREATE,
  UPDATE,
  NUMBER,
  ROTATE;

  static final String NUMBER_DIGITS = "447700900123";
  static final String OTHER = "11111111-2222-3333-4444-555555555555";

  /** The deployment as it was before the scenario. */
  static Deployment before(Account account, Path folder) {
    return deployment(
        Fixtures.manifest(List.of(), Fixtures.voice("eu-west")),
        Fixtures.bindings(),
        account,
        folder,
        HttpClient.newHttpClient(),
        new DurableFiles(),
        Clock.systemUTC());
  }

  /** The deployment that the scenario's command runs on. */
  Deployment deployment(
      Account account, Path folder, HttpClient http, DurableFiles files, Clock clock) {
    return switch (this) {
      case CREATE, ROTATE ->
        deployment(
            Fixtures.manifest(List.of(), Fixtures.voice("eu-west")),
            Fixtures.bindings(),
            account,
            folder,
            http,
            files,
            clock);
      case UPDATE ->
        deployment(
            Fixtures.manifest(List.of(), Fixtures.voice("na-east"), Fixtures.messages()),
            Fixtures.bindings(),
            account,
            folder,
            http,
            files,
            clock);
      case NUMBER ->
        deployment(
            Fixtures.manifest(List.of("support"), Fixtures.voice("eu-west")),
            Fixtures.bindings("support", NUMBER_DIGITS),
            account,
            folder,
            http,
            files,
            clock);
    };
  }

  private static Deployment deployment(
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
        .state(new FileStateStore(folder.resolve("state.json"), files))
        .keys(new FileKeyStore(folder.resolve("keys"), files))
        .build();
  }

  /** The command itself, the same for the run that is killed and for the one that finishes it. */
  void run(Deployment deployment) {
    if (this == ROTATE) {
      deployment.rotateKey(ProgressListener.NONE);
    } else {
      deployment.plan(Options.DEFAULT.takingNumbers()).apply();
    }
  }
}
