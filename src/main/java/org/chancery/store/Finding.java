package org.chancery.store;

/**
 * Something that is wrong with a store.
 *
 * @param code what kind of thing: index, node, graph, reading or links; store, where that is all
 *     one knows
 * @param where the index, graph, article or file
 * @param reason what is wrong with it
 */
public record Finding(String code, String where, String reason) {}
