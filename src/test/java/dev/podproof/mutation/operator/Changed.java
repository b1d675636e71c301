package dev.podproof.mutation.operator;

import java.util.List;

/**
 * What an operator makes of a manifest.
 *
 * @param words of the change that is looked at
 * @param diff its lines that begin with - or +
 * @param wouldCatch the steps that it names
 */
record Changed(String operator, String manifest, String words, String diff, String wouldCatch) {
  private static final String WEB =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        restartPolicy: Never
        terminationGracePeriodSeconds: 20
        initContainers:
          - name: migrate
            image: registry:5000/tools:1
            command: [sh, -c, 'until nc -z db 5432; do sleep 2; done; cp /seed/a /data/ || exit 3']
            volumeMounts:
              - name: data
                mountPath: /data
          - name: proxy
            restartPolicy: Always
            image: proxy
            command:
              - sh
              - -c
              - |
                trap 'exit 0' TERM
                exec serve
            startupProbe:
              httpGet: {path: /up, port: 8080}
              periodSeconds: 1
            ports:
              - {name: http, containerPort: 8080}
        containers:
          - name: app
            image: app
            args: ["--fast"]
            env:
              - name: MODE
                value: fast
            readinessProbe:
              httpGet: {path: /up, port: 80}
            livenessProbe:
              tcpSocket:
                port: 80
            lifecycle:
              preStop:
                sleep:
                  seconds: 3
              postStart:
                exec: {command: [touch, /tmp/up]}
            volumeMounts:
              - name: data
                mountPath: /data
              - name: logs
                mountPath: /logs
        volumes:
          - {name: data, emptyDir: {}}
          - {name: logs, emptyDir: {}}
      """;

  static final List<Changed> ALL =
      List.of(
          web(
              "drop-startup-probe",
              "removes the startup probe of sidecar proxy",
              """
              -      startupProbe:
              -        httpGet: {path: /up, port: 8080}
              -        periodSeconds: 1
              """,
              "Then sidecar \"proxy\" of pod \"web\" logs \"TEXT\" before container \"app\" of pod \"web\" starts"),
          web(
              "drop-readiness-probe",
              "removes the readiness probe of container app",
              """
              -      readinessProbe:
              -        httpGet: {path: /up, port: 80}
              """,
              "Then container \"app\" of pod \"web\" logs \"TEXT\" before container \"app\" of pod \"web\" is ready"),
          web(
              "drop-liveness-probe",
              "removes the liveness probe of container app",
              """
              -      livenessProbe:
              -        tcpSocket:
              -          port: 80
              """,
              "Then event \"Unhealthy\" is reported for container \"app\" of pod \"web\" saying \"Liveness\""),
          web(
              "change-probe-path",
              "changes the path of startupProbe of sidecar proxy to /up-elsewhere",
              """
              -        httpGet: {path: /up, port: 8080}
              +        httpGet: {path: "/up-elsewhere", port: 8080}
              """,
              "Then sidecar \"proxy\" of pod \"web\" is ready within 30s"),
          web(
              "change-probe-port",
              "changes the port of livenessProbe of container app to 81",
              """
              -          port: 80
              +          port: 81
              """,
              "Then container \"app\" of pod \"web\" stays at restart count 0 for 35s"),
          web(
              "swap-init-containers",
              "swaps init container migrate and sidecar proxy",
              """
              -    - name: migrate
              -      image: registry:5000/tools:1
              -      command: [sh, -c, 'until nc -z db 5432; do sleep 2; done; cp /seed/a /data/ || exit 3']
              -      volumeMounts:
              -        - name: data
              -          mountPath: /data
              +    - name: migrate
              +      image: registry:5000/tools:1
              +      command: [sh, -c, 'until nc -z db 5432; do sleep 2; done; cp /seed/a /data/ || exit 3']
              +      volumeMounts:
              +        - name: data
              +          mountPath: /data
              """,
              "Then init container \"migrate\" of pod \"web\" completes before sidecar \"proxy\" of pod \"web\" starts"),
          web(
              "drop-container",
              "removes init container migrate",
              """
              -    - name: migrate
              -      image: registry:5000/tools:1
              -      command: [sh, -c, 'until nc -z db 5432; do sleep 2; done; cp /seed/a /data/ || exit 3']
              -      volumeMounts:
              -        - name: data
              -          mountPath: /data
              """,
              "Then init container \"migrate\" of pod \"web\" completes"),
          web(
              "drop-restart-policy",
              "removes the restart policy of sidecar proxy",
              "-      restartPolicy: Always\n",
              "Then the run of sidecar \"proxy\" of pod \"web\" overlaps the run of container \"app\" of pod \"web\""),
          web(
              "drop-pod-restart-policy",
              "removes the restart policy of Pod web",
              "-  restartPolicy: Never\n",
              "Then init container \"migrate\" of pod \"web\" stays at restart count 0 for 20s"),
          web(
              "drop-mount",
              "removes the mount of volume data of container app",
              """
              -        - name: data
              -          mountPath: /data
              """,
              "Then running \"grep -c ' /data ' /proc/mounts\" in container \"app\" of pod \"web\" prints \"1\""),
          web(
              "change-mount-path",
              "mounts volume data of init container migrate at /data-elsewhere",
              """
              -          mountPath: /data
              +          mountPath: "/data-elsewhere"
              """,
              "Then file \"FILE\" in container \"app\" of pod \"web\" contains \"TEXT\""),
          web(
              "command-to-true",
              "changes the command of container app to true",
              """
              +      command: ["true"]
              """,
              "Then container \"app\" of pod \"web\" stays running for 5s"),
          web(
              "drop-trap",
              "removes trap 'exit 0' TERM in the command of sidecar proxy",
              """
              -          trap 'exit 0' TERM
              """,
              "Then sidecar \"proxy\" of pod \"web\" exits at most 5s after I delete pod \"web\""),
          web(
              "drop-exec",
              "removes exec in the command of sidecar proxy",
              """
              -          exec serve
              +          serve
              """,
              "Then sidecar \"proxy\" of pod \"web\" exits at most 5s after I delete pod \"web\""),
          web(
              "change-exit-code",
              "changes \"exit 3\" to exit 0 in the command of init container migrate",
              """
              -      command: [sh, -c, 'until nc -z db 5432; do sleep 2; done; cp /seed/a /data/ || exit 3']
              +      command: [sh, -c, 'until nc -z db 5432; do sleep 2; done; cp /seed/a /data/ || exit 0']
              """,
              "Then init container \"migrate\" of pod \"web\" exits with code 3"),
          web(
              "change-path",
              "changes /seed/a to /seed/a-elsewhere in the command of init container migrate",
              """
              -      command: [sh, -c, 'until nc -z db 5432; do sleep 2; done; cp /seed/a /data/ || exit 3']
              +      command: [sh, -c, 'until nc -z db 5432; do sleep 2; done; cp /seed/a-elsewhere /data/ || exit 3']
              """,
              "Then init container \"migrate\" of pod \"web\" logs \"TEXT\""),
          web(
              "change-port",
              "changes port 5432 to 5433 in the command of init container migrate",
              """
              -      command: [sh, -c, 'until nc -z db 5432; do sleep 2; done; cp /seed/a /data/ || exit 3']
              +      command: [sh, -c, 'until nc -z db 5433; do sleep 2; done; cp /seed/a /data/ || exit 3']
              """,
              "Then init container \"migrate\" of pod \"web\" completes within 10s"),
          web(
              "lengthen-sleep",
              "lengthens \"sleep 2\" to 20 s in the command of init container migrate",
              """
              -      command: [sh, -c, 'until nc -z db 5432; do sleep 2; done; cp /seed/a /data/ || exit 3']
              +      command: [sh, -c, 'until nc -z db 5432; do sleep 20; done; cp /seed/a /data/ || exit 3']
              """,
              "Then init container \"migrate\" of pod \"web\" completes within 10s"),
          web(
              "lengthen-delay",
              "lengthens lifecycle.preStop.sleep.seconds of container app from 3 s to 30 s",
              """
              -            seconds: 3
              +            seconds: 30
              """,
              "Then container \"app\" of pod \"web\" exits at most 8s after I delete pod \"web\""),
          web(
              "shrink-grace-period",
              "shrinks the grace period of Pod web from 20 s to 1 s",
              """
              -  terminationGracePeriodSeconds: 20
              +  terminationGracePeriodSeconds: 1
              """,
              """
              Then sidecar "proxy" of pod "web" exits with code 0
              Then container "app" of pod "web" exits with code 0
              Then field "spec.terminationGracePeriodSeconds" of pod "web" is at least 20"""),
          web(
              "drop-pre-stop",
              "removes the preStop hook of container app",
              """
              -        preStop:
              -          sleep:
              -            seconds: 3
              """,
              "Then container \"app\" of pod \"web\" exits at least 3s after I delete pod \"web\""),
          web(
              "drop-post-start",
              "removes the postStart hook of container app",
              """
              -        postStart:
              -          exec: {command: [touch, /tmp/up]}
              """,
              "Then file \"FILE\" in container \"app\" of pod \"web\" contains \"TEXT\""),
          web(
              "close-port",
              "removes port 8080 of sidecar proxy",
              """
              -      ports:
              -        - {name: http, containerPort: 8080}
              """,
              "Then GET \"/\" on port 8080 of pod \"web\" answers \"TEXT\""),
          new Changed(
              "close-port",
              """
              apiVersion: v1
              kind: Service
              metadata:
                name: db
              spec:
                ports:
                  - name: sql
                    port: 5432
                  - name: metrics
                    port: 9187
              """,
              "removes port 9187 of Service db",
              """
              -    - name: metrics
              -      port: 9187
              """,
              "Then GET \"http://db:9187/\" from container \"CONTAINER\" answers \"TEXT\""),
          web(
              "change-image",
              "changes the image of init container migrate to registry.invalid/no-such-image:1",
              """
              -      image: registry:5000/tools:1
              +      image: registry.invalid/no-such-image:1
              """,
              "Then init container \"migrate\" of pod \"web\" starts"),
          web(
              "change-env-name",
              "renames variable MODE of container app to MODE_RENAMED",
              """
              -        - name: MODE
              +        - name: "MODE_RENAMED"
              """,
              "Then running \"printenv MODE\" in container \"app\" of pod \"web\" prints \"TEXT\""));

  static Changed of(String operator) {
    return ALL.stream().filter(one -> one.operator().equals(operator)).findFirst().orElseThrow();
  }

  private static Changed web(String operator, String words, String diff, String wouldCatch) {
    return new Changed(operator, WEB, words, diff, wouldCatch);
  }
}
