package dev.switchboard.scale;

import dev.switchboard.example.SharedPizzaLine;
import dev.switchboard.sandbox.Call;
import dev.switchboard.sandbox.Conversation;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxApplication;
import dev.switchboard.sandbox.SandboxSettings;
import dev.switchboard.sandbox.fault.Fault;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three copies behind a proxy with one Redis. The platform calls and writes, repeats a part of it, and meanwhile one copy after the other is
 * killed and started again, and Redis is away for ten seconds. Prints what came of it.
 */
class ScaleTest {
  private static final List<String> PIZZAS = List.of("margherita", "funghi", "diavola");
  private static final int COPIES = 3;
  private static final int BATCHES = 20;
  private static final int AT_ONCE = 12;
  private static final int WEBHOOKS_OF_A_CALL = 6;
  private static final Duration OUTAGE = Duration.ofSeconds(10);

  @TempDir
  Path folder;

  /** @param pizza which one was ordered; empty where the call is not one to the example */
  private record Called(String caller, String pizza, Call call) {}

  private record Batch(List<Called> calls, List<Conversation> writers) {}

  private final ConcurrentLinkedQueue<Called> calls = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Conversation> writers = new ConcurrentLinkedQueue<>();
  private final ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
  private int duplicatesAsked;

  @Test
  void nothingIsLostOrMixedWhileCopiesAreKilled() throws Exception {
    int webhooks = Integer.getInteger("scale.webhooks", 10_000);
    int callsOfBatch = Math.max(1, webhooks * 6 / 10 / WEBHOOKS_OF_A_CALL / BATCHES);
    int messagesOfBatch = Math.max(1, webhooks * 4 / 10 / BATCHES);
    int kills = 0;
    int inHand = 0;
    Batch over = new Batch(List.of(), List.of());
    try (Fleet fleet = Fleet.start(COPIES, folder);
        Sandbox sandbox = Sandbox.start(SandboxSettings.defaults()
            .signatureSecret(Fleet.SECRET)
            .patience(Duration.ofMinutes(2)))) {
      register(sandbox, fleet.baseUrl());
      Report report =
          new Report(conversation -> text(fleet.read(conversation + '/' + String.class.getName())));
      int number = 0;
      for (int batch = 0; batch < BATCHES; batch++) {
        duplicates(sandbox, callsOfBatch, messagesOfBatch);
        List<Future<?>> scenes = new ArrayList<>();
        for (int i = 0; i < callsOfBatch; i++) {
          String caller = String.format("4477%08d", number++);
          int kind = i;
          scenes.add(people.submit(() -> {
            if (kind % 2 == 0) {
              call(sandbox, caller);
            } else {
              order(sandbox, caller, kind);
            }
          }));
          for (int m = 0; m <= messagesOfBatch / callsOfBatch; m++) {
            String writer = String.format("4478%08d", number++);
            scenes.add(people.submit(() -> write(sandbox, writer)));
          }
        }
        for (Future<?> scene : scenes.subList(0, scenes.size() / 3)) {
          scene.get();
        }
        if (batch == BATCHES / 2) {
          report.withoutRedis(fleet.withoutRedis(OUTAGE));
        } else {
          inHand += fleet.killAndStartAgain(batch);
          kills++;
        }
        for (Future<?> scene : scenes) {
          scene.get();
        }
        // The sandbox remembers the latest thousand people, so each batch is looked at when the
        // next one is over.
        report(report, fleet, over);
        over = new Batch(List.copyOf(calls), List.copyOf(writers));
        calls.clear();
        writers.clear();
      }
      report(report, fleet, over);
      report.add("copies killed", kills);
      report.add("webhooks in hand of a copy the moment before it was killed", inHand);
      report.add("connections that ended without an answer", fleet.cutOff());
      report.add("webhooks sent twice at once", duplicatesSent(sandbox));
      System.out.println("scale:\n" + report);
      report.verify();
    } finally {
      people.shutdownNow();
    }
  }

  /** Of every kind, a fifth is sent twice at once, with one token. */
  private void duplicates(Sandbox sandbox, int callsOfBatch, int messagesOfBatch) {
    for (String kind : List.of("voice.answer_url", "input", "voice.event_url")) {
      duplicate(sandbox, kind, callsOfBatch / 5);
    }
    duplicate(sandbox, "messages.inbound_url", messagesOfBatch / 5);
  }

  private void duplicate(Sandbox sandbox, String kind, int times) {
    if (times > 0) {
      sandbox.faults().add(kind, Fault.duplicate(), times);
      duplicatesAsked += times;
    }
  }

  private int duplicatesSent(Sandbox sandbox) {
    long left = sandbox.faults().toJson().items().stream()
        .mapToLong(fault -> fault.integer("left").orElse(0L))
        .sum();
    return duplicatesAsked - Math.toIntExact(left);
  }

  private static void report(Report report, Fleet fleet, Batch batch) throws Exception {
    for (Called called : batch.calls()) {
      if (called.pizza().isEmpty()) {
        report.call(called.caller(), called.call().transcript());
      } else {
        String order = text(fleet.read(SharedPizzaLine.order(called.caller())));
        report.order(called.pizza(), order, called.call().transcript());
      }
    }
    for (Conversation writer : batch.writers()) {
      // What was refused is sent again after seconds, then after minutes.
      for (int i = 0; i < 6_000 && !Report.isTaken(writer.transcript()); i++) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      report.message(writer.transcript(), uuid -> fleet.read(SharedPizzaLine.reply(uuid)) != null);
    }
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  /** A caller presses a key. Where both attempts of a webhook met a killed copy, the call ends early: the report sees why. */
  private void call(Sandbox sandbox, String caller) {
    Call call = sandbox.call(caller, sandbox.settings().numbers().get(1));
    calls.add(new Called(caller, "", call));
    try {
      call.hears("Press 1.").press("1");
    } catch (AssertionError early) {
      // The answer URL was not taken, and the fallback spoke, or nobody.
    }
    call.ends();
  }

  /** A caller of the example orders one pizza or another. */
  private void order(Sandbox sandbox, String caller, int number) {
    Call call = sandbox.call(caller, sandbox.settings().numbers().get(0));
    int key = number % PIZZAS.size();
    calls.add(new Called(caller, PIZZAS.get(key), call));
    try {
      call.hears("Welcome to the pizza line.")
          .hears("Press 1 to order, 2 to hear how your order is doing, 3 to speak to the kitchen.")
          .press("1")
          .hears("Press 1 for a margherita, 2 for a funghi, 3 for a diavola.")
          .press(Integer.toString(key + 1));
    } catch (AssertionError early) {
      // As above.
    }
    call.ends();
  }

  private void write(Sandbox sandbox, String writer) {
    writers.add(sandbox.sms(writer).says("Hello"));
  }

  private static void register(Sandbox sandbox, String baseUrl) {
    Json messages = Json.object(
        "webhooks",
        Json.object(
            "inbound_url", Json.object("address", baseUrl + "/webhooks/inbound"),
            "status_url", Json.object("address", baseUrl + "/webhooks/status")));
    register(
        sandbox,
        0,
        Json.object(
            "voice", voice(baseUrl + "/webhooks/", "fallback-answer"), "messages", messages));
    register(sandbox, 1, Json.object("voice", voice(baseUrl + "/steps/", "fallback")));
  }

  private static void register(Sandbox sandbox, int number, Json capabilities) {
    SandboxApplication application = sandbox.createApplication("app " + number, RsaKeys.generate());
    sandbox.setCapabilities(application.id(), capabilities);
    sandbox.link(sandbox.settings().numbers().get(number), application.id());
  }

  private static Json voice(String below, String fallback) {
    return Json.object(
        "webhooks",
        Json.object(
            "answer_url", Json.object("address", below + "answer"),
            "fallback_answer_url", Json.object("address", below + fallback),
            "event_url", Json.object("address", below + "event")));
  }
}
