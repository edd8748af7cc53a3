package org.chancery.evaluation;

import java.util.Arrays;

/** The best one-to-one pairing of rows with columns (Kuhn 1955, Munkres 1957). */
final class Assignment {
  private Assignment() {}

  /**
   * For each row the column that it is paired with, or -1; the sum of the gains is the greatest
   * possible.
   *
   * @param gains by row and column, none below 0; all rows of one length
   */
  static int[] best(double[][] gains) {
    int rows = gains.length;
    int columns = rows == 0 ? 0 : gains[0].length;
    int size = Math.max(rows, columns);
    double[] ofRow = new double[size + 1];
    double[] ofColumn = new double[size + 1];
    int[] rowOf = new int[size + 1];
    int[] before = new int[size + 1];
    for (int row = 1; row <= size; row++) {
      rowOf[0] = row;
      int column = 0;
      double[] least = new double[size + 1];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      boolean[] used = new boolean[size + 1];
      do {
        used[column] = true;
        int here = rowOf[column];
        double delta = Double.POSITIVE_INFINITY;
        int next = 0;
        for (int j = 1; j <= size; j++) {
          if (!used[j]) {
            double gain = here <= rows && j <= columns ? gains[here - 1][j - 1] : 0;
            double cost = -gain - ofRow[here] - ofColumn[j];
            if (cost < least[j]) {
              least[j] = cost;
              before[j] = column;
            }
            if (least[j] < delta) {
              delta = least[j];
              next = j;
            }
          }
        }
        for (int j = 0; j <= size; j++) {
          if (used[j]) {
            ofRow[rowOf[j]] += delta;
            ofColumn[j] -= delta;
          } else {
            least[j] -= delta;
          }
        }
        column = next;
      } while (rowOf[column] != 0);
      while (column != 0) {
        rowOf[column] = rowOf[before[column]];
        column = before[column];
      }
    }
    int[] paired = new int[rows];
    Arrays.fill(paired, -1);
    for (int j = 1; j <= columns; j++) {
      if (rowOf[j] >= 1 && rowOf[j] <= rows) {
        paired[rowOf[j] - 1] = j - 1;
      }
    }
    return paired;
  }
}
