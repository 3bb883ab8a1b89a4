/** Webhooks as an AWS Lambda function. */
@NullMarked
package dev.switchboard.awslambda;

import org.jspecify.annotations.NullMarked;
