package dev.switchboard.provisioning;

/** Stands in for the real one, which this module must not depend on. */
public record Msisdn(String digits) {}
