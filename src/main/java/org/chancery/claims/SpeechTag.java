package org.chancery.claims;

import java.util.Optional;
import org.chancery.article.Span;

/**
 * The words that tell who speaks: "the minister said", "according to her".
 *
 * @param unit 0-based position of its heart in the collapsed sentence
 * @param head where the heart stands in the article
 * @param speaker key of the speaker; empty if it is nobody whom the article names, or unsure whom
 * @param evidence from the speaker to the heart
 * @param verb whether the heart is a verb, that may govern a quotation
 */
record SpeechTag(int unit, Span head, Optional<String> speaker, Span evidence, boolean verb) {}
