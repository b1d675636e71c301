package main

import (
	_ "embed"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
)

const (
	socket         = "/run/k3s/containerd/containerd.sock"
	containerdConf = "/var/lib/rancher/k3s/agent/etc/containerd/config.toml"
	kubeletConf    = "/var/lib/rancher/k3s/agent/etc/kubelet.yaml"
	kubeletDropIns = "/var/lib/rancher/k3s/agent/etc/kubelet.conf.d"
	kubeletUser    = pki + "/kubelet.kubeconfig"
	kubeconfig     = "/etc/rancher/k3s/k3s.yaml"
	imagesDir      = "/var/lib/rancher/k3s/agent/images"
	builtInImages  = "/usr/local/share/podproof-node/images"
	ownPauseImage  = "podproof/pause:1"
	coreDNSImage   = "podproof/coredns:1.15.0"
)

//go:embed files/containerd.toml
var containerdTemplate string

//go:embed files/cni.conflist
var cniTemplate string

//go:embed files/kubelet.yaml
var kubeletTemplate string

//go:embed files/coredns.yaml
var coreDNSTemplate string

// configFiles are the files that the components read, by path.
func configFiles(s Settings) map[string]string {
	fill := strings.NewReplacer(
		"@PAUSE@", s.PauseImage, "@PODS@", podRange(s.ClusterCIDR), "@PKI@", pki,
		"@DNS@", s.ClusterDNS, "@RESOLV@", s.ResolvConf, "@COREDNS@", coreDNSImage)
	return map[string]string{
		containerdConf:                               fill.Replace(containerdTemplate),
		"/etc/cni/net.d/10-podproof.conflist":        fill.Replace(cniTemplate),
		kubeletConf:                                  fill.Replace(kubeletTemplate),
		"/var/lib/rancher/k3s/agent/etc/crictl.yaml": "runtime-endpoint: unix://" + socket + "\n",
	}
}

func coreDNSManifest(s Settings) string {
	return strings.NewReplacer("@COREDNS@", coreDNSImage, "@DNS@", s.ClusterDNS).Replace(coreDNSTemplate)
}

func writeConfigFiles(s Settings) error {
	for _, dir := range []string{
		pki, "/etc/rancher/k3s", "/var/lib/kubelet", "/var/log/pods", filepath.Dir(socket), imagesDir,
		kubeletDropIns, "/var/lib/rancher/k3s/agent/etc/containerd/config-v3.toml.d",
	} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
	}
	for path, text := range configFiles(s) {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// podRange is the /24 of the cluster's range that the only node gets.
func podRange(clusterCIDR string) string {
	ip, _, _ := net.ParseCIDR(clusterCIDR)
	four := ip.To4()
	return fmt.Sprintf("%d.%d.%d.0/24", four[0], four[1], four[2])
}

// nodeAddress is the first IPv4 address of the container that is no loopback.
func nodeAddress() (string, error) {
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		return "", err
	}
	for _, address := range addresses {
		if network, ok := address.(*net.IPNet); ok && network.IP.To4() != nil && !network.IP.IsLoopback() {
			return network.IP.String(), nil
		}
	}
	return "", fmt.Errorf("the container has no IPv4 address but loopback; start it in a Docker network")
}
