package org.chancery.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of the packaged jar to its end.
 *
 * @param messages lines of the standard error
 */
record PackagedRun(int exitCode, String output, List<String> messages) {
  static PackagedRun of(String... arguments) throws IOException, InterruptedException {
    return with(List.of(), PackagedServer.jar().toString(), arguments);
  }

  /** With resources in a folder in the place of those in the jar. */
  static PackagedRun over(Path resources, String... arguments)
      throws IOException, InterruptedException {
    return with(List.of(), resources + File.pathSeparator + PackagedServer.jar(), arguments);
  }

  /** With options for Java. */
  static PackagedRun with(List<String> options, String classPath, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx3g");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, Chancery.class.getName()));
    command.addAll(List.of(arguments));
    Path messages = Files.createTempFile("chancery", ".err");
    try {
      Process process = new ProcessBuilder(command).redirectError(messages.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new PackagedRun(process.waitFor(), output, Files.readAllLines(messages));
    } finally {
      Files.delete(messages);
    }
  }
}
