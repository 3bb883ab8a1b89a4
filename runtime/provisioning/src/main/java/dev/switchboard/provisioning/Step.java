package dev.switchboard.provisioning;

/**
 * One write of an apply, and what a person is told about it.
 *
 * @param id stable, for machines: {@code key}, {@code create}, {@code update}, {@code number:<name>} ...
 * @param title for people, in the present tense
 */
public record Step(String id, String title) {}
