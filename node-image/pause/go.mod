module dev.podproof/node-image/pause

go 1.26.0
