package dev.podproof.cluster;

/**
 * Requests to an API server.
 *
 * @param api all but those for logs
 * @param logs streams of container logs
 */
public record RequestCount(int api, int logs) {
  /** What was asked since an earlier count. */
  public RequestCount since(RequestCount earlier) {
    return new RequestCount(api - earlier.api, logs - earlier.logs);
  }
}
