/**
 * What an app declares, as plain values: no compiler, nothing but java.base. Every other package of the processor may use
 * it; it uses none of them.
 */
@NullMarked
package dev.switchboard.processor.model;

import org.jspecify.annotations.NullMarked;
