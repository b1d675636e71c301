package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"syscall"
)

const cgroups = "/sys/fs/cgroup"

// makeCgroupsWritable mounts the container's own cgroups for writing. Docker mounts them read-only
// into a container that is not privileged; a bind remount needs no more than CAP_SYS_ADMIN.
func makeCgroupsWritable() error {
	for _, dir := range hierarchies() {
		probe := filepath.Join(dir, "podproof-probe")
		if os.Mkdir(probe, 0o755) == nil {
			_ = os.Remove(probe)
			continue
		}
		flags := uintptr(syscall.MS_REMOUNT | syscall.MS_BIND | syscall.MS_NOSUID | syscall.MS_NODEV | syscall.MS_NOEXEC)
		if err := syscall.Mount(dir, dir, "", flags, ""); err != nil {
			return fmt.Errorf("%s is read-only and cannot be remounted: %w; the container needs CAP_SYS_ADMIN, or --privileged", dir, err)
		}
	}
	if isV2() {
		return evacuate()
	}
	return nil
}

func isV2() bool {
	_, err := os.Stat(filepath.Join(cgroups, "cgroup.controllers"))
	return err == nil
}

// hierarchies are the folders below which cgroups are made: one for version 2, else one for each
// controller.
func hierarchies() []string {
	if isV2() {
		return []string{cgroups}
	}
	entries, _ := os.ReadDir(cgroups)
	var dirs []string
	for _, entry := range entries {
		if entry.IsDir() {
			dirs = append(dirs, filepath.Join(cgroups, entry.Name()))
		}
	}
	return dirs
}

// evacuate moves the processes of the root to a leaf and hands its controllers down: cgroup
// version 2 lets only leaves hold processes (Linux: admin-guide/cgroup-v2, no internal processes).
func evacuate() error {
	leaf := filepath.Join(cgroups, "init")
	if err := os.MkdirAll(leaf, 0o755); err != nil {
		return fmt.Errorf("cannot make the cgroup %s: %w", leaf, err)
	}
	procs, err := os.ReadFile(filepath.Join(cgroups, "cgroup.procs"))
	if err != nil {
		return err
	}
	for _, pid := range strings.Fields(string(procs)) {
		// A process may have ended in between.
		if err := os.WriteFile(filepath.Join(leaf, "cgroup.procs"), []byte(pid), 0o644); err != nil && !errors.Is(err, syscall.ESRCH) {
			return fmt.Errorf("cannot move process %s to %s: %w", pid, leaf, err)
		}
	}
	controllers, err := os.ReadFile(filepath.Join(cgroups, "cgroup.controllers"))
	if err != nil {
		return err
	}
	enable := "+" + strings.Join(strings.Fields(string(controllers)), " +")
	return os.WriteFile(filepath.Join(cgroups, "cgroup.subtree_control"), []byte(enable), 0o644)
}

// makeCgroupRoot makes the folder that --kubelet-arg=cgroup-root names in each hierarchy, so that
// two nodes under one host cgroup tree keep apart. A new cpuset of version 1 has no CPUs until it is
// given some.
func makeCgroupRoot(root string) error {
	for _, dir := range hierarchies() {
		own := filepath.Join(dir, root)
		if err := os.MkdirAll(own, 0o755); err != nil {
			return fmt.Errorf("cannot make the cgroup root %s: %w", own, err)
		}
		for _, file := range []string{"cpuset.cpus", "cpuset.mems"} {
			if value, err := os.ReadFile(filepath.Join(dir, file)); err == nil && !isV2() {
				_ = os.WriteFile(filepath.Join(own, file), value, 0o644)
			}
		}
	}
	return nil
}

// removeCgroups removes the pods' cgroups, which are empty once their processes are gone. It matters
// where the host's own tree is mounted; otherwise the tree goes with the container.
func removeCgroups(root string) {
	for _, dir := range hierarchies() {
		top := filepath.Join(dir, root)
		if root == "" {
			top = filepath.Join(dir, "kubepods")
		}
		var all []string
		_ = filepath.WalkDir(top, func(path string, entry os.DirEntry, err error) error {
			if err == nil && entry.IsDir() {
				all = append(all, path)
			}
			return nil
		})
		for i := len(all) - 1; i >= 0; i-- {
			_ = syscall.Rmdir(all[i])
		}
	}
}

// cgroupRoot is the root that the kubelet was told to use; empty where it was told none.
func (s Settings) cgroupRoot() string {
	for _, arg := range s.ExtraArgs["kubelet-arg"] {
		if value, found := strings.CutPrefix(arg, "--cgroup-root="); found {
			return strings.Trim(value, "/")
		}
	}
	return ""
}
