Feature: A website is cloned, served and kept in sync

  The init container clones a repository, nginx serves it, and a sidecar pulls what is new.

  Scenario: Nothing is served before it is cloned
    When I apply "manifests/website.yaml"
    Then container "clone" starts within 30s
    And container "web" never starts for 3s

  Scenario: A new commit becomes visible to a client without a restart
    When I apply "manifests/git-server.yaml"
    Then pod "git-server" is ready within 60s
    When I apply "manifests/website.yaml"
    Then container "clone" of pod "website" completes before container "web" of pod "website" starts
    And pod "website" is ready within 60s
    And GET "/index.html" on port 80 of pod "website" answers "version 1"
    When I run in container "git" of pod "git-server":
      """
      cd /git/site
      echo 'version 2' > index.html
      git commit --quiet --all --message 'version 2'
      """
    Then container "sync" of pod "website" logs "synced: version 2" within 20s
    And GET "/index.html" on port 80 of pod "website" answers "version 2"
    And container "web" of pod "website" has never exited
    When I delete pod "website"
    Then sidecar "sync" of pod "website" exits with code 0
    When I delete pod "git-server"
    Then container "git" of pod "git-server" exits with code 0
