package dev.switchboard.processor.model;

/**
 * A value that the user wrote, and where.
 *
 * @param value as written
 * @param site where to edit it
 * @param <T> its type
 */
public record Setting<T>(T value, Site site) {}
