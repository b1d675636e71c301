package main

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"sigs.k8s.io/yaml"
)

const apiURL = "https://127.0.0.1:6443"

// apiClient speaks to the node's own API server as an administrator.
type apiClient struct{ http *http.Client }

func newAPIClient(ca []byte, user issued) (apiClient, error) {
	own, err := tls.X509KeyPair(user.cert, user.key)
	if err != nil {
		return apiClient{}, err
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(ca)
	transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots, Certificates: []tls.Certificate{own}}}
	return apiClient{&http.Client{Transport: transport, Timeout: 5 * time.Second}}, nil
}

func (c apiClient) get(path string) (int, []byte) {
	answer, err := c.http.Get(apiURL + path)
	if err != nil {
		return 0, nil
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return 0, nil
	}
	return answer.StatusCode, body
}

// ready tells whether the API server says so itself.
func (c apiClient) ready() bool {
	code, _ := c.get("/readyz")
	return code == http.StatusOK
}

// exists tells whether an object is there.
func (c apiClient) exists(path string) bool {
	code, _ := c.get(path)
	return code == http.StatusOK
}

// nodeReady tells whether the node is Ready and may be scheduled to.
func (c apiClient) nodeReady(name string) bool {
	_, body := c.get("/api/v1/nodes/" + name)
	var node struct {
		Spec   struct{ Taints []struct{ Key string } }
		Status struct {
			Conditions []struct{ Type, Status string }
		}
	}
	if json.Unmarshal(body, &node) != nil || len(node.Spec.Taints) > 0 {
		return false
	}
	for _, condition := range node.Status.Conditions {
		if condition.Type == "Ready" {
			return condition.Status == "True"
		}
	}
	return false
}

// The collections of the kinds that the node's own manifests use.
var collections = map[string]string{
	"ServiceAccount":     "/api/v1/namespaces/kube-system/serviceaccounts",
	"ConfigMap":          "/api/v1/namespaces/kube-system/configmaps",
	"Service":            "/api/v1/namespaces/kube-system/services",
	"Deployment":         "/apis/apps/v1/namespaces/kube-system/deployments",
	"ClusterRole":        "/apis/rbac.authorization.k8s.io/v1/clusterroles",
	"ClusterRoleBinding": "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
}

// create makes the objects of a manifest that are not there yet.
func (c apiClient) create(manifest string) error {
	for _, document := range strings.Split(manifest, "\n---\n") {
		object, err := yaml.YAMLToJSON([]byte(document))
		if err != nil {
			return err
		}
		var head struct {
			Kind     string
			Metadata struct{ Name string }
		}
		if err := json.Unmarshal(object, &head); err != nil {
			return err
		}
		answer, err := c.http.Post(apiURL+collections[head.Kind], "application/json", bytes.NewReader(object))
		if err != nil {
			return fmt.Errorf("cannot create %s %s: %w", head.Kind, head.Metadata.Name, err)
		}
		reason, _ := io.ReadAll(answer.Body)
		_ = answer.Body.Close()
		if answer.StatusCode != http.StatusCreated && answer.StatusCode != http.StatusConflict {
			return fmt.Errorf("cannot create %s %s: %s", head.Kind, head.Metadata.Name, reason)
		}
	}
	return nil
}
