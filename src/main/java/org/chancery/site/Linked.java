package org.chancery.site;

/**
 * A thing with its page, for people.
 *
 * @param href where its page is; empty if it has none
 * @param name its best name
 * @param kind its class in lower case, such as {@code official}; empty if it has none
 */
public record Linked(String href, String name, String kind) {}
