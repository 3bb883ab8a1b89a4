package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.sandbox.Rest.Reply;
import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a sandbox with a data file has said yes to survives its process, which is really killed. */
class DataFileTest {
  private static final int KILLS = Integer.getInteger("switchboard.sandbox.kills", 6);
  private static final String NUMBER = "447700900123";

  @TempDir
  Path folder;

  @Test
  @Timeout(300)
  void losesNothingAcknowledgedWhenKilled() throws Exception {
    Path file = folder.resolve("sandbox.mv");
    Random random = new Random(6);
    TreeSet<String> acknowledged = new TreeSet<>();
    TreeSet<String> deleted = new TreeSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = DataChild.start(file);
      Rest rest = new Rest(DataChild.address(child));
      requireKept(names(rest), acknowledged, deleted);
      AtomicBoolean killed = new AtomicBoolean();
      Semaphore acknowledgements = new Semaphore(0);
      List<String> created = new ArrayList<>();
      List<String> removed = new ArrayList<>();
      int round = kill;
      Thread writer =
          new Thread(() -> write(rest, round, killed, acknowledgements, created, removed));
      writer.start();
      // Somewhere in the middle of the next requests; that it is another place each time is the
      // point.
      acknowledgements.acquire(1 + random.nextInt(20));
      LockSupport.parkNanos(random.nextInt(5_000_000));
      killed.set(true);
      child.destroyForcibly().waitFor();
      writer.join();
      acknowledged.addAll(created);
      acknowledged.removeAll(removed);
      deleted.addAll(removed);
    }
    Process last = DataChild.start(file);
    try {
      requireKept(names(new Rest(DataChild.address(last))), acknowledged, deleted);
      System.out.printf(
          "%d kills: %d applications acknowledged and %d deleted, none lost, none back%n",
          KILLS, acknowledged.size(), deleted.size());
      assertThat(acknowledged).isNotEmpty();
    } finally {
      last.destroyForcibly().waitFor();
    }
  }

  @Test
  @Timeout(120)
  void goesOnTellingTheAppOfItsMessages() throws Exception {
    Path file = folder.resolve("sandbox.mv");
    try (TestApp app = new TestApp()) {
      app.on("/status", Answer.status(503)).on("/inbound", Answer.status(503));
      Process child = DataChild.start(file);
      URI first = DataChild.address(child);
      Json application = app.register(new Rest(first), NUMBER);
      Rest writer = new Rest(first)
          .asApplication(
              application.required("id"), application.get("keys").required("private_key"));
      Json message = Json.object(
          "channel",
          "sms",
          "message_type",
          "text",
          "from",
          NUMBER,
          "to",
          "447700900999",
          "text",
          "Ready.");
      Reply sent = writer.json("POST", "/v1/messages", message.write());
      assertThat(sent.status()).isEqualTo(202);
      Json arriving = Json.object(
          "channel", "sms", "from", "447700900999", "to", NUMBER, "text", "Thanks.", "wait", false);
      assertThat(new Rest(first)
              .json("POST", "/sandbox/messages", arriving.write())
              .status())
          .isEqualTo(201);
      child.destroyForcibly().waitFor();

      app.on("/status", Answer.EMPTY).on("/inbound", Answer.EMPTY);
      Process next = DataChild.start(file);
      try {
        URI second = DataChild.address(next);
        app.await(
            "/status", request -> request.json().text("status").equals(Optional.of("delivered")));
        app.await(
            "/inbound", request -> request.json().text("text").equals(Optional.of("Thanks.")));
        Rest reader = new Rest(second)
            .asApplication(
                application.required("id"), application.get("keys").required("private_key"));
        assertThat(reader
                .json(
                    "PATCH",
                    "/v1/messages/" + sent.json().required("message_uuid"),
                    "{\"status\":\"revoked\"}")
                .status())
            .isEqualTo(200);
      } finally {
        next.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void keepsItsFileToItselfAndToOneProcess() throws IOException {
    Path file = folder.resolve("sandbox.mv");
    SandboxSettings settings = SandboxSettings.defaults().data(file);
    try (Sandbox sandbox = Sandbox.start(settings)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThatThrownBy(() -> Sandbox.start(settings))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("sandbox.mv cannot be used");
      new Rest(sandbox).form("/number/buy", "country=US&msisdn=12015550142");
    }
    try (Sandbox again = Sandbox.start(settings)) {
      assertThat(new Rest(again).get("/account/numbers?pattern=12015550142").body())
          .contains("\"count\":1");
    }
    Files.writeString(folder.resolve("notes.txt"), "not a store, though long enough to be read");
    assertThatThrownBy(
            () -> Sandbox.start(SandboxSettings.defaults().data(folder.resolve("notes.txt"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no data file of a sandbox");
  }

  private static void requireKept(
      List<String> names, Set<String> acknowledged, Set<String> deleted) {
    assertThat(acknowledged).allSatisfy(name -> assertThat(names).contains(name));
    assertThat(deleted).allSatisfy(name -> assertThat(names).doesNotContain(name));
  }

  private static void write(
      Rest rest,
      int round,
      AtomicBoolean killed,
      Semaphore acknowledgements,
      List<String> created,
      List<String> removed) {
    try {
      for (int i = 0; !killed.get(); i++) {
        String name = "app-" + round + "-" + i;
        Json body = Json.object("name", name, "keys", Json.object("public_key", "none"));
        Reply reply = rest.json("POST", "/v2/applications", body.write());
        assertThat(reply.status()).isEqualTo(201);
        created.add(name);
        acknowledgements.release();
        if (i % 3 == 0) {
          // From here to the answer nobody was promised that it stays, nor that it is gone.
          created.remove(name);
          assertThat(
                  rest.delete("/v2/applications/" + reply.json().required("id")).status())
              .isEqualTo(204);
          removed.add(name);
        }
      }
    } catch (UncheckedIOException gone) {
      // Killed in the middle of a request, which is nobody's promise.
    }
  }

  private static List<String> names(Rest rest) {
    List<String> names = new ArrayList<>();
    for (int page = 1; ; page++) {
      Json list = rest.get("/v2/applications?page_size=100&page=" + page).json();
      list.get("_embedded")
          .get("applications")
          .items()
          .forEach(each -> names.add(each.required("name")));
      if (page >= list.integer("total_pages").orElse(0L)) {
        return names;
      }
    }
  }
}
