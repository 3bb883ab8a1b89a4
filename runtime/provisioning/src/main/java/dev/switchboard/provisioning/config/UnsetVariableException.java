package dev.switchboard.provisioning.config;

/** A <code>${NAME}</code> of the configuration names an environment variable that is not set. */
public final class UnsetVariableException extends ConfigException {
  private static final long serialVersionUID = 1L;

  private final String variable;

  UnsetVariableException(Position position, String key, String variable) {
    super(
        position,
        key + " refers to the environment variable " + variable
            + ", which is not set. Set it and run again.");
    this.variable = variable;
  }

  /** Its name. */
  public String variable() {
    return variable;
  }
}
