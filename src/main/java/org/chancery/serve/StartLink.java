package org.chancery.serve;

/**
 * A question on the start page, which opens in the query editor.
 *
 * @param title the question, as plain text
 * @param query the SPARQL text that answers it
 */
public record StartLink(String title, String query) {}
