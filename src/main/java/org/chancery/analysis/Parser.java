package org.chancery.analysis;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.IndexedWord;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.semgraph.SemanticGraphEdge;
import edu.stanford.nlp.semgraph.SemanticGraphFactory;
import edu.stanford.nlp.trees.GrammaticalStructure;
import edu.stanford.nlp.trees.UniversalEnglishGrammaticalRelations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.ontology.WordLists;

/**
 * Universal Dependencies of collapsed sentences, by the neural transition parser of Chen and
 * Manning (2014), with the enhanced++ edges of Schuster and Manning (2016). Slow to make, safe to
 * share between threads.
 */
public final class Parser {
  private static final Set<String> SUBJECTS = WordLists.load().require("relative-pronoun");

  private final DependencyParser model =
      DependencyParser.loadFromModelFile(DependencyParser.DEFAULT_MODEL);

  /** The parse of a sentence given as units. */
  public Parse parse(List<Unit> units) {
    List<CoreLabel> labels = new ArrayList<>();
    for (Unit unit : units) {
      CoreLabel label = new CoreLabel();
      label.setWord(unit.word());
      label.setValue(unit.word());
      label.setOriginalText(unit.word());
      label.setLemma(unit.lemma());
      label.setTag(unit.tag());
      label.setNER(unit.kind());
      label.setIndex(unit.index() + 1);
      label.setSentIndex(0);
      labels.add(label);
    }
    Annotation sentence = new Annotation("");
    sentence.set(CoreAnnotations.TokensAnnotation.class, labels);
    GrammaticalStructure structure = model.predict(sentence);
    SemanticGraph basic = SemanticGraphFactory.generateUncollapsedDependencies(structure);
    SemanticGraph enhanced = SemanticGraphFactory.generateEnhancedPlusPlusDependencies(structure);
    restoreSubjects(enhanced);
    return new Parse(units, basic, enhanced);
  }

  /**
   * "Who" and "which" are subjects, also where the parser makes them objects of a clause without
   * one.
   */
  private static void restoreSubjects(SemanticGraph enhanced) {
    for (SemanticGraphEdge reference : enhanced.edgeListSorted()) {
      if (!reference.getRelation().getShortName().equals("ref")
          || !SUBJECTS.contains(reference.getDependent().word().toLowerCase(Locale.ROOT))) {
        continue;
      }
      for (SemanticGraphEdge edge : enhanced.incomingEdgeList(reference.getGovernor())) {
        IndexedWord verb = edge.getGovernor();
        boolean subject =
            enhanced.outgoingEdgeList(verb).stream()
                .anyMatch(other -> other.getRelation().getShortName().equals("nsubj"));
        boolean clause =
            enhanced.containsEdge(reference.getGovernor(), verb)
                && edge.getRelation().getShortName().equals("obj");
        if (clause && !subject) {
          enhanced.removeEdge(edge);
          enhanced.addEdge(
              verb,
              reference.getGovernor(),
              UniversalEnglishGrammaticalRelations.NOMINAL_SUBJECT,
              edge.getWeight(),
              true);
        }
      }
    }
  }
}
