package org.chancery.site;

import java.util.List;

/**
 * Who met whom and who signed what, as it is drawn and listed.
 *
 * @param nodes what is most reported comes first
 * @param edges likewise
 * @param things how many there are, shown or not
 * @param links how many there are, shown or not
 * @param undated links that were left out because no day is known
 * @param centre index of the thing that all is about, or -1
 * @param complete whether all reports were counted
 */
public record NetworkView(
    List<Node> nodes,
    List<Edge> edges,
    int things,
    int links,
    int undated,
    int centre,
    boolean complete) {
  public NetworkView {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * @param reports how many times articles tell of a link to it
   */
  public record Node(Linked thing, int reports) {}

  /**
   * @param from index of a node
   * @param to index of a node
   * @param relation local name, such as {@code meetsWith}
   * @param label the relation for people
   * @param when the days of what happened, or of the articles; empty if not known
   * @param reported whether these are the days of articles
   */
  public record Edge(
      int from,
      int to,
      String relation,
      String label,
      String status,
      String when,
      boolean reported,
      int articles) {}

  public boolean whole() {
    return nodes.size() == things && edges.size() == links;
  }
}
