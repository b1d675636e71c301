package main

import "fmt"

const etcdURL = "http://127.0.0.1:2379"

func etcd(s Settings) component {
	args := []string{
		"etcd", "--data-dir=/var/lib/rancher/k3s/server/db/etcd",
		// The data dies with the container, so nothing is gained by waiting for the disk.
		"--unsafe-no-fsync", "--heartbeat-interval=10", "--election-timeout=100",
		// No follower will ever ask for old entries, which etcd keeps in memory: thousands by default.
		"--snapshot-count=1000", "--snapshot-catchup-entries=100",
		"--listen-client-urls=" + etcdURL, "--advertise-client-urls=" + etcdURL,
		"--listen-peer-urls=http://127.0.0.1:2380", "--initial-advertise-peer-urls=http://127.0.0.1:2380",
		"--initial-cluster=default=http://127.0.0.1:2380",
	}
	return component{name: "etcd", args: append(args, s.ExtraArgs["etcd-arg"]...)}
}

func containerd() component {
	return component{name: "containerd", args: []string{"containerd", "--config=" + containerdConf}}
}

func apiServer(s Settings, address string) component {
	args := []string{
		"kube-apiserver", "--etcd-servers=" + etcdURL, "--service-cluster-ip-range=" + s.ServiceCIDR,
		"--service-account-issuer=https://kubernetes.default.svc.cluster.local",
		"--service-account-key-file=" + pki + "/sa.pub", "--service-account-signing-key-file=" + pki + "/sa.key",
		"--tls-cert-file=" + pki + "/apiserver.crt", "--tls-private-key-file=" + pki + "/apiserver.key",
		"--client-ca-file=" + pki + "/ca.crt", "--authorization-mode=Node,RBAC", "--anonymous-auth=false",
		"--kubelet-client-certificate=" + pki + "/kubelet-client.crt",
		"--kubelet-client-key=" + pki + "/kubelet-client.key",
		"--kubelet-certificate-authority=" + pki + "/ca.crt",
		"--kubelet-preferred-address-types=InternalIP", "--secure-port=6443", "--bind-address=0.0.0.0",
		"--advertise-address=" + address, "--allow-privileged=true",
		"--enable-admission-plugins=NodeRestriction",
	}
	return component{name: "kube-apiserver", args: append(args, s.ExtraArgs["kube-apiserver-arg"]...)}
}

func controllerManager(s Settings) component {
	args := []string{
		"kube-controller-manager", "--kubeconfig=" + kubeconfig,
		"--service-account-private-key-file=" + pki + "/sa.key", "--root-ca-file=" + pki + "/ca.crt",
		"--cluster-signing-cert-file=" + pki + "/ca.crt", "--cluster-signing-key-file=" + pki + "/ca.key",
		"--use-service-account-credentials=false", "--leader-elect=false", "--allocate-node-cidrs=true",
		"--cluster-cidr=" + s.ClusterCIDR, "--service-cluster-ip-range=" + s.ServiceCIDR,
		"--bind-address=127.0.0.1",
	}
	return component{name: "kube-controller-manager", args: append(args, s.ExtraArgs["kube-controller-manager-arg"]...)}
}

func scheduler(s Settings) component {
	args := []string{"kube-scheduler", "--kubeconfig=" + kubeconfig, "--leader-elect=false", "--bind-address=127.0.0.1"}
	return component{name: "kube-scheduler", args: append(args, s.ExtraArgs["kube-scheduler-arg"]...)}
}

func kubelet(s Settings, address string) component {
	args := []string{
		"kubelet", "--config=" + kubeletConf, "--config-dir=" + kubeletDropIns,
		"--kubeconfig=" + kubeletUser, "--hostname-override=" + s.NodeName, "--node-ip=" + address, "--v=2",
	}
	return component{name: "kubelet", args: append(args, s.ExtraArgs["kubelet-arg"]...)}
}

func kubeProxy(s Settings) component {
	args := []string{
		"kube-proxy", "--kubeconfig=" + kubeconfig, "--proxy-mode=iptables", "--cluster-cidr=" + s.ClusterCIDR,
		fmt.Sprintf("--hostname-override=%s", s.NodeName),
		// The limits are the host's, which a container may not set.
		"--conntrack-max-per-core=0", "--conntrack-tcp-timeout-established=0", "--conntrack-tcp-timeout-close-wait=0",
		"--iptables-min-sync-period=100ms",
	}
	return component{name: "kube-proxy", args: append(args, s.ExtraArgs["kube-proxy-arg"]...)}
}
