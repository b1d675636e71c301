package main

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"sigs.k8s.io/yaml"
)

// certsDir is where containerd looks for the hosts of a registry (containerd, docs/hosts.md).
const certsDir = "/var/lib/rancher/k3s/agent/etc/containerd/certs.d"

// registriesFile is the part of K3s' registries.yaml that this node understands
// (docs.k3s.io/installation/private-registry): mirrors with their endpoints.
type registriesFile struct {
	Mirrors map[string]struct {
		Endpoint []string `json:"endpoint"`
	} `json:"mirrors"`
	Configs map[string]any `json:"configs,omitempty"`
}

// hostsFiles turns registries.yaml into the files that containerd reads, by registry. The registry
// "*" stands for all that are not named and becomes containerd's "_default".
func hostsFiles(text []byte, onlyMirrors bool) (map[string]string, error) {
	var file registriesFile
	if err := yaml.UnmarshalStrict(text, &file); err != nil {
		return nil, fmt.Errorf("is not understood here: %w; expected mirrors: {REGISTRY: {endpoint: [URL]}}", err)
	}
	if len(file.Configs) > 0 {
		return nil, fmt.Errorf("has \"configs\", which this node does not support; use mirrors with plain http endpoints")
	}
	files := map[string]string{}
	for registry, mirror := range file.Mirrors {
		text, err := hostsFile(registry, mirror.Endpoint, onlyMirrors)
		if err != nil {
			return nil, err
		}
		name := registry
		if registry == "*" {
			name = "_default"
		}
		files[name] = text
	}
	return files, nil
}

func hostsFile(registry string, endpoints []string, onlyMirrors bool) (string, error) {
	var out strings.Builder
	out.WriteString("# generated from registries.yaml\n")
	for i, endpoint := range endpoints {
		at, err := url.Parse(endpoint)
		if err != nil || at.Host == "" || (at.Scheme != "http" && at.Scheme != "https") {
			return "", fmt.Errorf("mirror %q: %q is not an endpoint such as http://172.17.0.1:5000", registry, endpoint)
		}
		if i == 0 && onlyMirrors {
			// containerd asks the server last; without this it would be the real registry.
			fmt.Fprintf(&out, "server = %q\n", endpoint)
		}
		fmt.Fprintf(&out, "[host.%q]\n  capabilities = [\"pull\", \"resolve\"]\n", endpoint)
	}
	return out.String(), nil
}

// writeHostsFiles reads registries.yaml, where there is one, and writes what containerd needs.
func writeHostsFiles(file string, onlyMirrors bool) error {
	if err := os.MkdirAll(certsDir, 0o755); err != nil {
		return err
	}
	text, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	files, err := hostsFiles(text, onlyMirrors)
	if err != nil {
		return fmt.Errorf("%s %w", file, err)
	}
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		dir := filepath.Join(certsDir, name)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, "hosts.toml"), []byte(files[name]), 0o644); err != nil {
			return err
		}
	}
	return nil
}
