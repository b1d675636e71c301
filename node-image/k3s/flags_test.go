package main

import (
	"strings"
	"testing"
)

func TestFlagsHaveTheDefaultsOfK3s(t *testing.T) {
	s, err := parseFlags(nil)
	if err != nil || s.ClusterCIDR != "10.42.0.0/16" || s.ServiceCIDR != "10.43.0.0/16" || s.ClusterDNS != "10.43.0.10" {
		t.Fatalf("got %+v, %v", s, err)
	}
}

func TestRepeatedAndCommaSeparatedListsAddUp(t *testing.T) {
	s, err := parseFlags([]string{"--disable=traefik,coredns", "--disable=servicelb", "--kubelet-arg=v=4", "--kubelet-arg=cgroup-root=/x", "--tls-san=a,b"})
	if err != nil || len(s.Disabled) != 3 || !s.Disabled["coredns"] || len(s.TLSSans) != 2 || s.cgroupRoot() != "x" {
		t.Fatalf("got %+v, %v", s, err)
	}
	if got := strings.Join(s.ExtraArgs["kubelet-arg"], " "); got != "--v=4 --cgroup-root=/x" {
		t.Fatalf("kubelet arguments: %s", got)
	}
}

func TestTheServiceRangeSettlesTheAddressOfDNS(t *testing.T) {
	s, err := parseFlags([]string{"--service-cidr=10.99.0.0/16"})
	if err != nil || s.ClusterDNS != "10.99.0.10" {
		t.Fatalf("got %s, %v", s.ClusterDNS, err)
	}
}

func TestWhatCannotBeUnderstoodIsRefusedInWords(t *testing.T) {
	for args, want := range map[string]string{
		"--bogus":                   "unknown flag: --bogus",
		"--disable=everything":      "--disable=everything names nothing that can be disabled",
		"--kubelet-arg=--v=4":       "write the argument as name=value, without leading dashes",
		"--cluster-cidr=ten":        "--cluster-cidr=ten is not a range such as 10.42.0.0/16",
		"--cluster-dns=dns":         "--cluster-dns=dns is not an IP address",
		"agent":                     "unexpected argument \"agent\"",
		"--write-kubeconfig-mode=x": "is not an octal file mode",
	} {
		if _, err := parseFlags([]string{args}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: expected %q, got %v", args, want, err)
		}
	}
}
