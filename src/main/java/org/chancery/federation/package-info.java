/**
 * SPARQL's {@code SERVICE}: receives what a query wants of another service and the rows to join it
 * with, returns the joined rows; never asks a service that the user has not allowed by its address.
 */
@NullMarked
package org.chancery.federation;

import org.jspecify.annotations.NullMarked;
