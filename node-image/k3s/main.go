// Program k3s starts a single-node Kubernetes cluster from upstream components, behind the
// interface that the K3s container image has: the same flags, ports and files, as far as they are
// used. It is not K3s.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// exitUsage is the exit code for a command line that cannot be understood.
const exitUsage = 2

func main() {
	if filepath.Base(os.Args[0]) == "podproof-node" {
		os.Exit(nodeCommand(os.Args[1:]))
	}
	os.Exit(k3sCommand(os.Args[1:]))
}

func k3sCommand(args []string) int {
	if len(args) == 0 || args[0] != "server" {
		fmt.Fprintf(os.Stderr, "k3s: expected the command \"server\", got %q; this image runs upstream Kubernetes as one server node and has no other command\n", args)
		return exitUsage
	}
	settings, err := parseFlags(args[1:])
	if err != nil {
		fmt.Fprintf(os.Stderr, "k3s server: %v\n", err)
		return exitUsage
	}
	if os.Getpid() == 1 {
		return superviseAsInit(os.Args)
	}
	return runServer(settings)
}
