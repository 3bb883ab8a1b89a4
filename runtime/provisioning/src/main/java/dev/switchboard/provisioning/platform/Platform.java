package dev.switchboard.provisioning.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two APIs, as trees. Every method throws a {@link dev.switchboard.provisioning.ProvisioningException} that says what
 * the platform's answer means; everything but {@link #create} is repeated when that may help.
 */
public interface Platform {
  /** Asks for as little as there is to ask for, so that wrong credentials show before anything is made. */
  void checkAccount();

  /** All applications of the account, from all pages, as the list shows them. */
  List<ObjectNode> applications();

  /** One application; empty when there is none of that id in this account. */
  Optional<ObjectNode> application(String id);

  /**
   * Creates an application. Repeated only where the platform certainly did nothing.
   *
   * @throws OutcomeUnknownException when it may or may not have been created
   */
  ObjectNode create(ObjectNode body) throws OutcomeUnknownException;

  /**
   * Replaces an application.
   *
   * @return as stored; empty when there is none of that id
   */
  Optional<ObjectNode> update(String id, ObjectNode body);

  /** Deletes an application; no error when it is gone already. */
  void delete(String id);

  /** A number of the account, with every member the platform shows; empty when the account does not own it. */
  Optional<ObjectNode> number(String msisdn);

  /** All numbers that lead to an application. */
  List<ObjectNode> numbersOf(String applicationId);

  /** All numbers of the account. */
  List<ObjectNode> numbers();

  /** Replaces everything that can be set on a number. */
  void updateNumber(Map<String, String> form);

  /** A request that was sent and not answered. */
  final class OutcomeUnknownException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The outcome of a request whose answer is {@code cause}. */
    public OutcomeUnknownException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
