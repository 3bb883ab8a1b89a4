package dev.switchboard.cli;

import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.sandbox.Call;
import dev.switchboard.sandbox.Conversation;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.sandbox.transcript.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The scenes of the demo, played against an app that serves. Each ends with what must be true, or fails in a sentence. */
final class Scenes {
  private static final String CALLER = "447700900042";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Terminal terminal;
  private final Sandbox sandbox;
  private final String number;

  Scenes(Terminal terminal, Sandbox sandbox, String number) {
    this.terminal = terminal;
    this.sandbox = sandbox;
    this.number = number;
  }

  /** An inbound call presses keys, one each time the app listens, and hears what the app answers to the last. */
  void call(String keys) {
    Call call = sandbox.call(CALLER, number);
    try {
      for (int i = 0; i < keys.length() && !isOver(call); i++) {
        call.press(keys.substring(i, i + 1));
        await(() -> isHeardAfterLastKey(call) || isOver(call));
      }
      call.hangUp();
    } catch (AssertionError expectation) {
      print(call.transcript());
      throw failed(
          "the app never listened to keys",
          "Name keys that it understands with --keys, or none with --keys \"\"");
    }
    Transcript transcript = call.transcript();
    print(transcript);
    require(
        keys.isEmpty() || isHeardAfterLastKey(call),
        "nothing was heard after the key",
        "Look at the webhook that got it");
    requireAllAnswered(transcript, step -> true);
  }

  /** The answer URL refuses connections, so the platform turns to the fallback. */
  void fallback() {
    sandbox.refuseAnswerUrl();
    Call call = sandbox.call(CALLER, number);
    await(() -> !call.transcript().heard().isEmpty() || isOver(call));
    call.hangUp();
    Transcript transcript = call.transcript();
    print(transcript);
    requireAnswered(transcript, "voice.fallback_answer_url");
  }

  /** Somebody writes; shows everything but the statuses. */
  Conversation inboundMessage(String text) {
    Conversation conversation = sandbox.sms(CALLER).to(number).says(text);
    await(() -> has(conversation.transcript(), Scenes::isAnsweredStatus));
    Transcript transcript = conversation.transcript();
    print(transcript, step -> !isStatus(step));
    requireAnswered(transcript, "messages.inbound_url");
    return conversation;
  }

  /** The statuses of what the app answered. */
  void statuses(Conversation conversation) {
    Transcript transcript = conversation.transcript();
    print(transcript, Scenes::isStatus);
    requireAnswered(transcript, "messages.status_url");
  }

  private static boolean isStatus(Step step) {
    return step instanceof Step.Webhook webhook && webhook.kind().equals("messages.status_url");
  }

  private static boolean isAnsweredStatus(Step step) {
    return isStatus(step)
        && step instanceof Step.Webhook webhook
        && webhook.about().contains("delivered")
        && webhook.outcome().isPresent();
  }

  private static boolean isOver(Call call) {
    return call.status().equals("completed");
  }

  private static boolean isHeardAfterLastKey(Call call) {
    List<Step> steps = call.transcript().steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Step.Heard) {
        return true;
      }
      if (steps.get(i) instanceof Step.Did) {
        return false;
      }
    }
    return false;
  }

  private static boolean has(Transcript transcript, Predicate<Step> wanted) {
    return transcript.steps().stream().anyMatch(wanted);
  }

  private void print(Transcript transcript) {
    print(transcript, step -> true);
  }

  private void print(Transcript transcript, Predicate<Step> shown) {
    new TranscriptView(terminal)
        .print(
            transcript.start(),
            transcript.steps().stream().filter(shown).map(Step::toJson).toList());
  }

  private static void requireAnswered(Transcript transcript, String kind) {
    require(
        transcript.webhooks().stream()
            .anyMatch(webhook -> webhook.kind().equals(kind) && isGood(webhook)),
        "no " + kind + " was answered with 2xx",
        "Look at what the app did with it");
    requireAllAnswered(transcript, webhook -> webhook.kind().equals(kind));
  }

  private static void requireAllAnswered(Transcript transcript, Predicate<Step.Webhook> about) {
    transcript.webhooks().stream()
        .filter(about)
        .filter(webhook -> !isGood(webhook))
        .findFirst()
        .ifPresent(webhook -> {
          throw failed(
              "the app did not answer " + webhook.kind() + " with 2xx", "Look at its handler");
        });
  }

  private static boolean isGood(Step.Webhook webhook) {
    return webhook
        .outcome()
        .filter(outcome -> outcome.status() / 100 == 2 && outcome.failure().isEmpty())
        .isPresent();
  }

  private static void require(boolean held, String problem, String remedy) {
    if (!held) {
      throw failed(problem, remedy);
    }
  }

  private static CommandException failed(String problem, String remedy) {
    return new CommandException(
        Outcome.FAILURE,
        "The scene failed: " + problem + ". " + remedy + ", then run the demo again.");
  }

  /** Waits in real time: the app is a process of its own. */
  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new CommandException(Outcome.FAILURE, "The demo was interrupted. Run it again.");
      }
    }
  }
}
