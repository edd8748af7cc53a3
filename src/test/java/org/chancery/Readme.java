package org.chancery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code README.md} shows.
 *
 * @param blocks its fenced blocks, in order
 */
record Readme(String text, List<Block> blocks) {
  static final Path EXAMPLE = Path.of("src", "docs", "example");

  private static final Pattern FENCE =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final String COMMAND = "./chancery ";

  /**
   * A fenced block.
   *
   * @param start offset of the fence in the file
   * @param end offset just past the closing fence
   */
  record Block(String language, String content, int start, int end) {}

  /**
   * A command that readers may copy.
   *
   * @param shown what the README says that it prints, where it does
   */
  record Command(String line, Optional<String> shown) {
    /** Whether it serves until it is interrupted. */
    boolean serves() {
      return line.startsWith(COMMAND + "serve") || line.contains(" --serve");
    }
  }

  static Readme read() throws IOException {
    String text = Files.readString(Path.of("README.md"));
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = FENCE.matcher(text);
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1), matcher.group(2), matcher.start(), matcher.end()));
    }
    return new Readme(text, blocks);
  }

  List<String> blocks(String language) {
    return blocks.stream()
        .filter(block -> block.language().equals(language))
        .map(Block::content)
        .toList();
  }

  /**
   * The command lines of the {@code sh} blocks; a {@code text} block right behind is the output.
   */
  List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).language().equals("sh")) {
        List<String> lines =
            blocks.get(i).content().lines().filter(line -> line.startsWith(COMMAND)).toList();
        Optional<String> shown = lines.size() == 1 ? outputBehind(i) : Optional.empty();
        lines.forEach(line -> commands.add(new Command(line, shown)));
      }
    }
    return commands;
  }

  private Optional<String> outputBehind(int i) {
    return blocks.stream()
        .skip(i + 1L)
        .findFirst()
        .filter(next -> next.language().equals("text"))
        .filter(next -> text.substring(blocks.get(i).end(), next.start()).isBlank())
        .map(Block::content);
  }
}
