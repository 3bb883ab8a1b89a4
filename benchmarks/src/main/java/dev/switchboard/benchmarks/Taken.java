package dev.switchboard.benchmarks;

/**
 * What a handler takes of a webhook, the same for every contestant.
 *
 * @param id of the leg, or of the message
 * @param what the status of an event, or the text of a message
 */
record Taken(String id, String from, String to, String what) {}
