package org.chancery.site;

/**
 * Another form of a page.
 *
 * @param address of the document
 * @param type its media type
 * @param title what people call the form
 */
public record DocumentLink(String address, String type, String title) {}
