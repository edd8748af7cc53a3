/**
 * From resolved claims to RDF: receives resolved articles, returns quads, one named graph per
 * article and graphs of their own for ontology and reference data; never decides what is one thing,
 * and never writes to a store.
 */
@NullMarked
package org.chancery.graph;

import org.jspecify.annotations.NullMarked;
