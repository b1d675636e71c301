package main

import (
	"os"

	"k8s.io/component-base/cli"
	"k8s.io/component-base/logs"
	"k8s.io/kubectl/pkg/cmd"
	"k8s.io/kubectl/pkg/cmd/util"
)

const nodeKubeconfig = "/etc/rancher/k3s/k3s.yaml"

// kubectl does what k8s.io/kubernetes/cmd/kubectl does, which reports errors in its own way and wants
// to know how much to log before its command line is read. As on K3s, it speaks to the own node
// unless told otherwise.
func kubectl() {
	if os.Getenv("KUBECONFIG") == "" {
		os.Setenv("KUBECONFIG", nodeKubeconfig)
	}
	logs.GlogSetter(cmd.GetLogVerbosity(os.Args)) // Its results differ between versions and do not matter.
	if err := cli.RunNoErrOutput(cmd.NewDefaultKubectlCommand()); err != nil {
		util.CheckErr(err)
	}
}
