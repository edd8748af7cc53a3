package org.chancery.portrait;

import org.apache.jena.graph.Node;
import org.chancery.ontology.Status;

/** What a claim says, without who claims it. */
record Statement(Node subject, Node predicate, Node object, Status status) {}
