package dev.switchboard.commands;

import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.util.Optional;

/**
 * One thing that a command found or did: a change, a step, a URL that was checked, a key, a number.
 *
 * @param list what it is one of, as the JSON document calls the list: {@code changes}, {@code steps} ...
 * @param title what it is about, for people
 * @param detail what there is to say, for people; may be empty
 * @param passed whether it is as it should be
 * @param took how long it took, if it took time
 * @param json the same for machines, an object
 */
record Row(
    String list, String title, String detail, boolean passed, Optional<Duration> took, Json json) {
  Row(String list, String title, String detail, boolean passed, Json json) {
    this(list, title, detail, passed, Optional.empty(), json);
  }
}
