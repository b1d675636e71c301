module dev.podproof/node-image/k3s

go 1.26.0

require (
	github.com/fsnotify/fsnotify v1.9.0
	github.com/spf13/pflag v1.0.10
	sigs.k8s.io/yaml v1.6.0
)

require (
	go.yaml.in/yaml/v2 v2.4.2 // indirect
	golang.org/x/sys v0.13.0 // indirect
)
