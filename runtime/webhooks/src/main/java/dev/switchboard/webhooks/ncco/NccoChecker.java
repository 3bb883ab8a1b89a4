package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.util.List;

/**
 * Tells what the platform would make of an NCCO: what it would refuse, what it would do otherwise, and what may not be
 * meant. It finds everything at once and never throws; the rules are those of {@link Rule}.
 *
 * <p>A path below the base URL counts as a URL, since {@link Ncco#write} makes it one.
 */
public final class NccoChecker {
  private final List<Json> actions;
  private final Findings findings = new Findings();

  /** Index of the first prompt since the last input that the caller may interrupt; -1 where there is none. */
  private int interruptible = -1;

  private NccoChecker(List<Json> actions) {
    this.actions = actions;
  }

  /**
   * Checks any JSON as an NCCO.
   *
   * @return in the order of the actions; empty where all is well
   */
  public static List<Finding> check(Json ncco) {
    NccoChecker checker = new NccoChecker(ncco.items());
    if (checker.actions.isEmpty()) {
      checker.findings.error(
          Rule.KNOWN_ACTIONS,
          "",
          ncco.isArray()
              ? "An NCCO has at least one action."
              : "An NCCO is an array of actions, and this is none.",
          "Give at least one action in square brackets.");
    }
    for (int i = 0; i < checker.actions.size(); i++) {
      checker.check(i);
    }
    checker.expectInput();
    return checker.findings.list();
  }

  private void check(int index) {
    Json action = actions.get(index);
    String pointer = "/" + index;
    String name = action.text("action").orElse("");
    if (ActionChecks.isKnown(name)) {
      ActionChecks.check(name, action, pointer, findings);
    } else if (name.equals("pay")) {
      findings.error(
          Rule.WITHDRAWN,
          pointer + "/action",
          "The platform no longer takes payments.",
          "Ask for the card elsewhere.");
    } else {
      findings.error(
          Rule.KNOWN_ACTIONS,
          action.has("action") ? pointer + "/action" : pointer,
          action.isObject()
              ? "This version knows no such action, and the platform refuses an NCCO with an unknown one."
              : "Each item of an NCCO is an object, and this is none.",
          "Give talk, stream, input, record, conversation, connect, notify, wait or transfer.");
    }
    switch (name) {
      case "talk", "stream" -> prompt(index, action);
      case "input" -> input(index, action);
      default -> {
        expectInput();
        other(name, index, action);
      }
    }
  }

  private void prompt(int index, Json prompt) {
    boolean says = prompt.flag("bargeIn").orElse(false);
    if (interruptible >= 0 && !says) {
      findings.warning(
          Rule.BARGE_IN_STAYS,
          "/" + index + (prompt.has("bargeIn") ? "/bargeIn" : ""),
          "The caller can interrupt this as well, since a prompt before it allows that.",
          "Put an input between, or say bargeIn: true.");
    }
    if (interruptible < 0 && says) {
      interruptible = index;
    }
    boolean endless = prompt.integer("loop").filter(times -> times == 0).isPresent();
    if (endless && interruptible < 0) {
      boolean last = index == actions.size() - 1;
      findings.add(
          Rule.ENDLESS_LOOP,
          last ? Finding.Severity.INFO : Finding.Severity.WARNING,
          "/" + index + "/loop",
          last ? "This never ends by itself." : "This never ends, so nothing after it runs.",
          "Say how often, or let the caller interrupt.");
    }
  }

  private void input(int index, Json input) {
    interruptible = -1;
    if (index < actions.size() - 1 && !ActionChecks.isAsynchronous(input)) {
      findings.info(
          Rule.AFTER_INPUT,
          "/" + (index + 1),
          "This runs only where the input's webhook gives no NCCO.",
          "Nothing to do if that is meant.");
    }
  }

  private void other(String name, int index, Json action) {
    boolean last = index == actions.size() - 1;
    if (name.equals("transfer") && !last) {
      findings.warning(
          Rule.NOTHING_AFTER_TRANSFER,
          "/" + (index + 1),
          "Nothing after a transfer runs.",
          "Put it before the transfer, or leave it out.");
    } else if (name.equals("conversation") && !last) {
      findings.info(
          Rule.AFTER_CONVERSATION,
          "/" + (index + 1),
          "This runs when the leg has left the conversation; what exactly happens is not documented.",
          "Try it on the platform before you count on it.");
    } else if (name.equals("record") && last) {
      lastRecord(index, action);
    }
  }

  private void lastRecord(int index, Json record) {
    if (record.has("endOnSilence") || record.has("endOnKey")) {
      return;
    }
    // A timeOut only says how long it lasts at most: the next action does not wait for it, either.
    findings.warning(
        Rule.RECORD_ENDS_AT_ONCE,
        "/" + index,
        "The call does not wait for this recording, and there is nothing else to do, so it ends.",
        "Set endOnSilence or endOnKey, or let an action follow.");
  }

  /** Where something else than a prompt or an input comes, or nothing more. */
  private void expectInput() {
    if (interruptible >= 0) {
      findings.error(
          Rule.BARGE_IN_NEEDS_INPUT,
          "/" + interruptible + "/bargeIn",
          "The caller may interrupt this, and no input follows.",
          "Let an input follow, with nothing but further prompts between.");
      interruptible = -1;
    }
  }
}
