package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// archives are the endings of image archives that are imported; K3s takes a few more.
var archives = []string{".tar", ".tar.gz", ".tgz"}

func isArchive(name string) bool {
	for _, ending := range archives {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}

// importImages hands an archive to containerd, which keeps its images under the kubelet's namespace.
func importImages(file string) error {
	out, err := exec.Command("ctr", "-a", socket, "-n", "k8s.io", "images", "import", file).CombinedOutput()
	if err != nil {
		return fmt.Errorf("cannot import the images of %s: %w: %s", file, err, strings.TrimSpace(string(out)))
	}
	return nil
}

// importFolder imports every archive that lies in a folder.
func importFolder(dir string, say func(string, ...any)) {
	entries, _ := os.ReadDir(dir)
	for _, entry := range entries {
		if isArchive(entry.Name()) {
			if err := importImages(filepath.Join(dir, entry.Name())); err != nil {
				say("%v", err)
			}
		}
	}
}

// watchImages imports archives that are put into the folder while the node runs, once they have
// not been written to for a moment; a file that is renamed into place is complete at once.
func watchImages(dir string, say func(string, ...any)) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	if err := watcher.Add(dir); err != nil {
		return err
	}
	go func() {
		quiet := map[string]*time.Timer{}
		done := make(chan string)
		for {
			select {
			case event, open := <-watcher.Events:
				if !open {
					return
				}
				if !isArchive(event.Name) || !event.Has(fsnotify.Create|fsnotify.Write) {
					continue
				}
				if timer, found := quiet[event.Name]; found {
					timer.Stop()
				}
				name := event.Name
				quiet[name] = time.AfterFunc(500*time.Millisecond, func() { done <- name })
			case name := <-done:
				if err := importImages(name); err != nil {
					say("%v", err)
				} else {
					say("imported %s", name)
				}
			case err := <-watcher.Errors:
				say("watching %s failed: %v", dir, err)
			}
		}
	}()
	return nil
}
