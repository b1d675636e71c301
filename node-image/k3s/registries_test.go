package main

import (
	"strings"
	"testing"
)

const mirrors = "mirrors:\n  docker.io:\n    endpoint: [\"http://172.17.0.1:5000\"]\n  \"*\":\n    endpoint: [\"http://172.17.0.1:5000\"]\n"

func TestAMirrorIsAskedBeforeTheRealRegistry(t *testing.T) {
	files, err := hostsFiles([]byte(mirrors), false)
	want := "# generated from registries.yaml\n[host.\"http://172.17.0.1:5000\"]\n  capabilities = [\"pull\", \"resolve\"]\n"
	if err != nil || files["_default"] != want || files["docker.io"] != want {
		t.Fatalf("got %q, %v", files, err)
	}
}

func TestOnlyMirrorsMeansThatTheRealRegistryIsNotAsked(t *testing.T) {
	files, err := hostsFiles([]byte(mirrors), true)
	if err != nil || !strings.Contains(files["docker.io"], "server = \"http://172.17.0.1:5000\"\n") {
		t.Fatalf("got %q, %v", files, err)
	}
}

func TestAFileThatIsNotUnderstoodIsRefused(t *testing.T) {
	for text, want := range map[string]string{
		"mirrors: [a]": "is not understood here",
		"mirrors: {a: {endpoint: [\"nowhere\"]}}":    "\"nowhere\" is not an endpoint such as http://172.17.0.1:5000",
		"configs: {a: {auth: {username: somebody}}}": "which this node does not support",
	} {
		if _, err := hostsFiles([]byte(text), false); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: expected %q, got %v", text, want, err)
		}
	}
}
