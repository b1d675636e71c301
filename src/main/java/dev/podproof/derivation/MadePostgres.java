package dev.podproof.derivation;

/**
 * A PostgreSQL for those who ask whether one takes connections: to pg_isready a port that is merely
 * open is no answer (PostgreSQL docs: pg_isready).
 */
final class MadePostgres {
  private MadePostgres() {}

  /** The step that makes it, with a Service of that name and port. */
  static String step(String name, String port) {
    return """
        I apply:
          \"""
          apiVersion: v1
          kind: Service
          metadata: {name: "%1$s"}
          spec: {selector: {podproof.dev/postgres: "%1$s"}, ports: [{port: %2$s, targetPort: 5432}]}
          ---
          apiVersion: v1
          kind: Pod
          metadata: {name: "%1$s-postgres", labels: {podproof.dev/postgres: "%1$s"}}
          spec:
            terminationGracePeriodSeconds: 0
            containers:
              - name: postgres
                image: postgres:17-alpine
                env: [{name: POSTGRES_HOST_AUTH_METHOD, value: trust}]
                readinessProbe: {exec: {command: [pg_isready, -h, 127.0.0.1]}, periodSeconds: 1}
          \"""\
        """
        .formatted(name, port);
  }
}
