package org.chancery.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chancery.Seeds;

/**
 * A command as the command line runs it, but for the models, which tests share.
 *
 * @param output the standard output, data and text
 * @param messages lines of the standard error
 */
record CommandRun(int exitCode, String output, List<String> messages) {
  static CommandRun of(Object... arguments) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exitCode =
        Chancery.commandLine(Seeds::pipeline, new StoreSource(), data)
            .setOut(new PrintWriter(data, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true))
            .execute(words);
    return new CommandRun(
        exitCode, data.toString(StandardCharsets.UTF_8), err.toString().lines().toList());
  }
}
