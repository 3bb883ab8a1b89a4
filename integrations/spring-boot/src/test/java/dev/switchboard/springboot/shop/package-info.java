/** A shop on Spring Boot, as a user would write it: nothing here mentions the starter. */
@NullMarked
package dev.switchboard.springboot.shop;

import org.jspecify.annotations.NullMarked;
