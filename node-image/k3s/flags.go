package main

import (
	"fmt"
	"net"
	"os"
	"sort"
	"strings"

	"github.com/spf13/pflag"
)

// Settings are what the command line of "k3s server" asks for. The names and defaults of the flags
// are those of K3s (docs.k3s.io/cli/server).
type Settings struct {
	NodeName     string
	TLSSans      []string
	Disabled     map[string]bool
	ClusterCIDR  string
	ServiceCIDR  string
	ClusterDNS   string
	PauseImage   string
	ResolvConf   string
	Registries   string
	OnlyMirrors  bool
	NoKubeProxy  bool
	ExtraArgs    map[string][]string
	Meaningless  []string
	KubeconfMode os.FileMode
}

// components that take additional arguments, by the flag that carries them.
var argFlags = []string{
	"kubelet-arg", "kube-apiserver-arg", "kube-controller-manager-arg",
	"kube-scheduler-arg", "kube-proxy-arg", "etcd-arg",
}

// packaged are the components that K3s ships and --disable names; this node has only CoreDNS.
var packaged = []string{
	"coredns", "gateway-api-crd", "local-storage", "metrics-server", "runtimes", "servicelb", "traefik",
}

// Flags that K3s knows and that mean nothing here: the node has neither of these parts.
var meaninglessBools = []string{
	"disable-network-policy", "disable-helm-controller", "disable-cloud-controller",
}
var meaninglessValues = []string{"egress-selector-mode", "flannel-backend", "snapshotter"}

func parseFlags(args []string) (Settings, error) {
	host, _ := os.Hostname()
	s := Settings{Disabled: map[string]bool{}, ExtraArgs: map[string][]string{}, KubeconfMode: 0o600}
	f := pflag.NewFlagSet("server", pflag.ContinueOnError)
	f.SetOutput(discard{})
	f.StringVar(&s.NodeName, "node-name", strings.ToLower(host), "")
	f.StringSliceVar(&s.TLSSans, "tls-san", nil, "")
	disabled := f.StringSlice("disable", nil, "")
	f.StringVar(&s.ClusterCIDR, "cluster-cidr", "10.42.0.0/16", "")
	f.StringVar(&s.ServiceCIDR, "service-cidr", "10.43.0.0/16", "")
	f.StringVar(&s.ClusterDNS, "cluster-dns", "", "")
	f.StringVar(&s.PauseImage, "pause-image", ownPauseImage, "")
	f.StringVar(&s.ResolvConf, "resolv-conf", "/etc/resolv.conf", "")
	f.StringVar(&s.Registries, "private-registry", "/etc/rancher/k3s/registries.yaml", "")
	f.BoolVar(&s.OnlyMirrors, "disable-default-registry-endpoint", false, "")
	f.BoolVar(&s.NoKubeProxy, "disable-kube-proxy", false, "")
	mode := f.String("write-kubeconfig-mode", "600", "")
	extra := map[string]*[]string{}
	for _, name := range argFlags {
		extra[name] = f.StringArray(name, nil, "")
	}
	for _, name := range meaninglessBools {
		f.Bool(name, false, "")
	}
	for _, name := range meaninglessValues {
		f.String(name, "", "")
	}
	if err := f.Parse(args); err != nil {
		return s, fmt.Errorf("%v; known flags: %s", err, known(f))
	}
	if rest := f.Args(); len(rest) > 0 {
		return s, fmt.Errorf("unexpected argument %q; flags begin with --", rest[0])
	}
	for _, name := range *disabled {
		if !contains(packaged, name) {
			return s, fmt.Errorf("--disable=%s names nothing that can be disabled; expected one of %s", name, strings.Join(packaged, ", "))
		}
		s.Disabled[name] = true
	}
	for name, values := range extra {
		for _, value := range *values {
			if strings.HasPrefix(value, "-") {
				return s, fmt.Errorf("--%s=%s: write the argument as name=value, without leading dashes", name, value)
			}
			s.ExtraArgs[name] = append(s.ExtraArgs[name], "--"+value)
		}
	}
	for _, name := range append(append([]string{}, meaninglessBools...), meaninglessValues...) {
		if f.Changed(name) {
			s.Meaningless = append(s.Meaningless, "--"+name)
		}
	}
	if _, err := fmt.Sscanf(*mode, "%o", &s.KubeconfMode); err != nil {
		return s, fmt.Errorf("--write-kubeconfig-mode=%s is not an octal file mode such as 600", *mode)
	}
	return s, s.completeNetworks()
}

// completeNetworks checks the ranges and derives the DNS address: the tenth of the service range.
func (s *Settings) completeNetworks() error {
	for flag, cidr := range map[string]string{"cluster-cidr": s.ClusterCIDR, "service-cidr": s.ServiceCIDR} {
		if _, _, err := net.ParseCIDR(cidr); err != nil {
			return fmt.Errorf("--%s=%s is not a range such as 10.42.0.0/16", flag, cidr)
		}
	}
	if s.ClusterDNS == "" {
		s.ClusterDNS = nthAddress(s.ServiceCIDR, 10)
	}
	if net.ParseIP(s.ClusterDNS) == nil {
		return fmt.Errorf("--cluster-dns=%s is not an IP address", s.ClusterDNS)
	}
	return nil
}

// nthAddress is the n-th address of a checked IPv4 range, n below 256.
func nthAddress(cidr string, n byte) string {
	_, network, _ := net.ParseCIDR(cidr)
	ip := append(net.IP{}, network.IP.To4()...)
	ip[3] += n
	return ip.String()
}

func known(f *pflag.FlagSet) string {
	var names []string
	f.VisitAll(func(flag *pflag.Flag) { names = append(names, "--"+flag.Name) })
	sort.Strings(names)
	return strings.Join(names, " ")
}

func contains(list []string, wanted string) bool {
	for _, one := range list {
		if one == wanted {
			return true
		}
	}
	return false
}

// discard keeps pflag from printing its own usage text.
type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
