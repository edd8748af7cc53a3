/**
 * From resolved claims to RDF: one named graph per article, and graphs for ontology and reference
 * data.
 */
@NullMarked
package org.chancery.graph;

import org.jspecify.annotations.NullMarked;
