/**
 * The Fuseki server over a store: receives an open store, answers browsers and SPARQL clients on
 * this machine; never writes to the store, and never asks another host but the services allowed.
 */
@NullMarked
package org.chancery.serve;

import org.jspecify.annotations.NullMarked;
