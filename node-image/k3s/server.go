package main

import (
	"fmt"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

// stopLimit is how long the components have to end by themselves. With what follows, the container
// is gone well within five seconds.
const stopLimit = time.Second

// server is one run of the node.
type server struct {
	settings Settings
	began    time.Time
	children *children
	address  string
	api      apiClient
}

// runServer starts the node and stays until it is asked to stop or a component dies.
func runServer(settings Settings) int {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT)
	s := &server{settings: settings, began: time.Now(), children: newChildren()}
	s.say("upstream Kubernetes node, not K3s")
	for _, flag := range settings.Meaningless {
		s.say("%s has no meaning here and is ignored", flag)
	}
	failed := make(chan error, 1)
	go func() {
		if err := s.bringUp(); err != nil {
			failed <- err
		}
	}()
	code := 0
	select {
	case got := <-signals:
		s.say("received %s: stopping", got)
	case err := <-failed:
		s.say("%v", err)
		code = 1
	case death := <-s.children.deaths:
		s.say("%v", death)
		code = 1
	}
	s.shutDown()
	return code
}

func (s *server) say(format string, args ...any) {
	fmt.Printf("[%6.2f] %s\n", time.Since(s.began).Seconds(), fmt.Sprintf(format, args...))
}

func (s *server) bringUp() error {
	if err := s.prepare(); err != nil {
		return err
	}
	if err := s.startAll(etcd(s.settings), containerd()); err != nil {
		return err
	}
	images := make(chan struct{})
	go s.bringImages(images)
	if err := until("etcd", 20*time.Second, func() bool { return listens("tcp", "127.0.0.1:2379") }); err != nil {
		return err
	}
	if err := s.children.start(apiServer(s.settings, s.address)); err != nil {
		return err
	}
	if err := until("the API server", 60*time.Second, s.api.ready); err != nil {
		return err
	}
	s.say("API server ready")
	if err := s.startAll(kubelet(s.settings, s.address), controllerManager(s.settings), scheduler(s.settings)); err != nil {
		return err
	}
	if !s.settings.NoKubeProxy {
		if err := s.children.start(kubeProxy(s.settings)); err != nil {
			return err
		}
	}
	return s.completeCluster(images)
}

// prepare does everything that needs no component.
func (s *server) prepare() error {
	var err error
	if err = makeCgroupsWritable(); err != nil {
		return err
	}
	if root := s.settings.cgroupRoot(); root != "" {
		if err = makeCgroupRoot(root); err != nil {
			return err
		}
	}
	if s.address, err = nodeAddress(); err != nil {
		return err
	}
	if err = refuseUnassigned(s.settings.ServiceCIDR); err != nil {
		return err
	}
	if err = writeConfigFiles(s.settings); err != nil {
		return err
	}
	if err = writeHostsFiles(s.settings.Registries, s.settings.OnlyMirrors); err != nil {
		return err
	}
	if err = s.certify(); err != nil {
		return err
	}
	if err = listenForCommands(s); err != nil {
		return err
	}
	s.say("certificates and configuration written")
	return nil
}

func (s *server) certify() error {
	now := time.Now()
	ca, err := newAuthority(pki, now)
	if err != nil {
		return err
	}
	service := nthAddress(s.settings.ServiceCIDR, 1)
	names := append([]string{
		"kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local",
		"localhost", "127.0.0.1", service, s.address, s.settings.NodeName,
	}, s.settings.TLSSans...)
	if _, err = ca.issue("apiserver", "kube-apiserver", nil, names, now); err != nil {
		return err
	}
	if _, err = ca.issue("kubelet-client", "kube-apiserver-kubelet-client", []string{"system:masters"}, nil, now); err != nil {
		return err
	}
	node, err := ca.issue("kubelet", "system:node:"+s.settings.NodeName, []string{"system:nodes"},
		[]string{s.settings.NodeName, s.address, "127.0.0.1"}, now)
	if err != nil {
		return err
	}
	admin, err := ca.issue("admin", "system:admin", []string{"system:masters"}, nil, now)
	if err != nil {
		return err
	}
	if err := ca.issueServiceAccountKey(); err != nil {
		return err
	}
	if err := os.WriteFile(kubeletUser, ca.kubeconfig(apiURL, node), 0o600); err != nil {
		return err
	}
	if s.api, err = newAPIClient(encode("CERTIFICATE", ca.cert.Raw), admin); err != nil {
		return err
	}
	return os.WriteFile(kubeconfig, ca.kubeconfig(apiURL, admin), s.settings.KubeconfMode)
}

// bringImages imports what the image brings and what was put into the images folder. The sandbox's
// image comes first: no pod starts without it.
func (s *server) bringImages(done chan<- struct{}) {
	defer close(done)
	if err := until("containerd", 20*time.Second, func() bool { return listens("unix", socket) }); err != nil {
		s.say("%v", err)
		return
	}
	if err := importImages(filepath.Join(builtInImages, "pause.tar")); err != nil {
		s.say("%v", err)
	}
	importFolder(imagesDir, s.say)
	if err := watchImages(imagesDir, s.say); err != nil {
		s.say("%v", err)
	}
	if !s.settings.Disabled["coredns"] {
		if err := importImages(filepath.Join(builtInImages, "coredns.tar")); err != nil {
			s.say("%v", err)
		}
	}
	s.say("images imported")
}

func (s *server) completeCluster(images <-chan struct{}) error {
	if err := until("the node to be Ready", 60*time.Second, func() bool { return s.api.nodeReady(s.settings.NodeName) }); err != nil {
		return err
	}
	s.say("node %s ready", s.settings.NodeName)
	account := "/api/v1/namespaces/default/serviceaccounts/default"
	if err := until("the default service account", 30*time.Second, func() bool { return s.api.exists(account) }); err != nil {
		return err
	}
	<-images
	if !s.settings.Disabled["coredns"] {
		if err := s.api.create(coreDNSManifest(s.settings)); err != nil {
			return err
		}
	}
	// Testcontainers' K3sContainer waits for these words (modules/k3s, K3sContainer.java).
	s.say("up: Node controller sync successful")
	return nil
}

func (s *server) startAll(components ...component) error {
	for _, one := range components {
		if err := s.children.start(one); err != nil {
			return err
		}
	}
	return nil
}

// shutDown ends the components, then every process that is left (the pods'), then removes the
// cgroups they were in.
func (s *server) shutDown() {
	s.children.stopAll(stopLimit)
	killTheRest()
	removeCgroups(s.settings.cgroupRoot())
	s.say("stopped")
}

// killTheRest ends all processes but this one and process 1: in a container those are the pods'.
func killTheRest() {
	if os.Getppid() == 1 {
		_ = syscall.Kill(-1, syscall.SIGKILL)
	}
}

// listens tells whether somebody accepts connections there.
func listens(network, address string) bool {
	connection, err := net.DialTimeout(network, address, time.Second)
	if err != nil {
		return false
	}
	_ = connection.Close()
	return true
}

// until asks again and again until the answer is yes; what is asked sends no news of its own.
func until(what string, limit time.Duration, yes func() bool) error {
	deadline := time.NewTimer(limit)
	defer deadline.Stop()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for !yes() {
		select {
		case <-tick.C:
		case <-deadline.C:
			return fmt.Errorf("waited %s for %s in vain; see the logs under %s", limit, what, logDir)
		}
	}
	return nil
}
