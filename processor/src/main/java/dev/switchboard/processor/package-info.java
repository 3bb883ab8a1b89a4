/** Annotations to manifest, router, routes and provisioner. */
@NullMarked
package dev.switchboard.processor;

import org.jspecify.annotations.NullMarked;
