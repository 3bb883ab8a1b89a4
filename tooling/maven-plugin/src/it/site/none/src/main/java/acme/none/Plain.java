package acme.none;

public final class Plain {}
