package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ReasonTest {
  @Test
  void whatPeopleCanKnowIsSaidInWords() {
    assertThat(Reason.of(new NoSuchFileException("/a"))).isEqualTo("it is not there");
    assertThat(Reason.of(new AccessDeniedException("/a"))).isEqualTo("no permission");
    assertThat(Reason.of(new FileAlreadyExistsException("/a"))).isEqualTo("a file is in the way");
    assertThat(Reason.of(new MalformedInputException(1))).isEqualTo("it is not in UTF-8");
    assertThat(Reason.of(new ConnectException())).isEqualTo("it takes no connection");
  }

  @Test
  void theDeeperCauseTellsMore() {
    IOException failure = new IOException("java.net.ConnectException", new ConnectException());
    assertThat(Reason.of(failure)).isEqualTo("it takes no connection");
    ConnectException nowhere = new ConnectException();
    nowhere.initCause(new UnresolvedAddressException());
    assertThat(Reason.of(new IOException(nowhere))).isEqualTo("there is no such host");
  }

  @Test
  void whatTheSystemSaysIsPassedOnInOneLine() {
    assertThat(Reason.of(new FileSystemException("/a", null, "No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(Reason.of(new IOException(" broken off\nat once"))).isEqualTo("broken off");
    assertThat(Reason.of(new IOException())).isEqualTo("no reason is given");
  }
}
