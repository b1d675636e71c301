package dev.podproof.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why an API server could not be used, in words for people. */
final class Unreachable {
  private Unreachable() {}

  static String inWords(KubernetesClientException e, Duration limit) {
    if (e.getCode() == 401) {
      return "it does not accept these credentials (401)";
    }
    if (e.getCode() > 0) {
      return "it answers " + e.getCode() + ", " + firstLine(e);
    }
    Throwable cause = e;
    for (Throwable next = e; next != null; next = next.getCause()) {
      cause = next;
      var words = known(next, limit);
      if (!words.isEmpty()) {
        return words;
      }
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : firstLine(cause);
  }

  /** Empty for what says no more than that something failed. */
  private static String known(Throwable cause, Duration limit) {
    if (cause instanceof HttpTimeoutException
        || cause instanceof SocketTimeoutException
        || cause instanceof TimeoutException) {
      return "no answer within " + limit.toSeconds() + " s";
    }
    if (cause instanceof SSLException) {
      return "its certificate is not accepted: " + firstLine(cause);
    }
    if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
      return "its host name cannot be resolved";
    }
    // The JDK's client gives a refused connection no words of its own.
    return cause instanceof ClosedChannelException || isRefusal(cause)
        ? "the connection is refused"
        : "";
  }

  private static boolean isRefusal(Throwable cause) {
    return cause instanceof ConnectException
        && String.valueOf(cause.getMessage()).contains("refused");
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
