package org.chancery.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Which hosts are near: whoever is sent there from afar may have been sent by somebody else. */
public final class Hosts {
  private Hosts() {}

  /** Whether a host is this machine or of a network that is not the public one. */
  public static boolean isNear(URI address) {
    try {
      for (InetAddress found : InetAddress.getAllByName(address.getHost())) {
        byte[] bytes = found.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        if (found.isLoopbackAddress()
            || found.isSiteLocalAddress()
            || found.isLinkLocalAddress()
            || found.isAnyLocalAddress()
            || found.isMulticastAddress()
            || uniqueLocal
            || shared) {
          return true;
        }
      }
    } catch (UnknownHostException nowhere) {
      // Asking there will say so.
    }
    return false;
  }
}
