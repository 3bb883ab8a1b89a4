/**
 * What users write. Annotations only: no logic, no dependency, retention CLASS, so that run time needs none of it.
 *
 * <p>Ranges and defaults are those of the Application API v2 as its specification and the vendor's help centre state them. A
 * capability is only ever switched on by its own annotation; a webhook never implies one.
 */
package dev.switchboard.annotations;
