package com.example.base;

import dev.switchboard.annotations.CallbackUrl;

/** A handler that a class gets from its interface. */
public interface Hearing<E> {
  @CallbackUrl
  default void heard(E event) {}
}
