package main

import (
	"fmt"
	"os/exec"
	"strings"
)

// refuseUnassigned lets connections to addresses of the services' range that no Service has be
// refused here. kube-proxy rewrites the others before these rules see them. Without the rules such a
// connection leaves the node, and what lies beyond it may answer: seen while a Service was newer
// than kube-proxy's rules.
func refuseUnassigned(serviceCIDR string) error {
	for _, chain := range []string{"FORWARD", "OUTPUT"} {
		out, err := exec.Command("iptables", "-A", chain, "-d", serviceCIDR, "-j", "REJECT").CombinedOutput()
		if err != nil {
			return fmt.Errorf("cannot keep connections to %s inside the node: %w: %s", serviceCIDR, err, strings.TrimSpace(string(out)))
		}
	}
	return nil
}
