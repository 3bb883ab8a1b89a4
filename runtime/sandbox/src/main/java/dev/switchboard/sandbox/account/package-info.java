/** The account: its applications and numbers, and the APIs that change them. */
@NullMarked
package dev.switchboard.sandbox.account;

import org.jspecify.annotations.NullMarked;
