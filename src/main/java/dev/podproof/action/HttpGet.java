package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Asks a pod over HTTP, through the API server's proxy. */
public record HttpGet(String pod, int port, String path) implements Action<HttpAnswer> {
  private static final int LIMIT = 10;

  /** How the proxy says that it is not the pod that answers (k8s.io/apimachinery, proxy). */
  private static final String UNREACHED = "error trying to reach service";

  @Override
  public String inWords() {
    return "GET " + path + " on port " + port + " of pod " + pod;
  }

  @Override
  public HttpAnswer perform(ScenarioNamespace namespace) throws InterruptedException {
    var client = namespace.client();
    var uri =
        URI.create(
            client.getMasterUrl().toString().replaceFirst("/$", "")
                + "/api/v1/namespaces/"
                + namespace.name()
                + "/pods/"
                + pod
                + ":"
                + port
                + "/proxy"
                + (path.startsWith("/") ? "" : "/")
                + path);
    var http = client.getHttpClient();
    var request = http.newHttpRequestBuilder().uri(uri).build();
    try {
      return answer(http.sendAsync(request, String.class).get(LIMIT, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      return HttpAnswer.none("nothing came within " + LIMIT + "s");
    } catch (ExecutionException e) {
      throw ActionProblem.unheard(
          inWords() + " was not sent: " + ExceptionUtils.getRootCauseMessage(e), e);
    }
  }

  private HttpAnswer answer(HttpResponse<String> response) {
    var body = String.valueOf(response.body());
    if (body.contains(UNREACHED)
        || (body.contains("\"kind\":\"Status\"") && body.contains("\"apiVersion\":\"v1\""))) {
      return HttpAnswer.none(body.strip());
    }
    return new HttpAnswer(
        response.code(),
        response.headers().entrySet().stream()
            .flatMap(
                header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
            .toList(),
        body,
        "");
  }
}
