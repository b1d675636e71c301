module dev.podproof/node-image/kubernetes

// The modules of each Kubernetes version stand in versions/; build them with -modfile.
go 1.26.0
