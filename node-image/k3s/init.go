package main

import (
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

// superviseAsInit is what process 1 does: it runs the server as a child, hands on the signals that
// ask it to stop, reaps every orphan, and ends with the child's exit code. K3s divides the work in
// the same way (k3s-io/k3s, pkg/cli/cmds/log_linux.go).
func superviseAsInit(args []string) int {
	child := exec.Command("/proc/self/exe", args[1:]...)
	child.Args[0] = args[0]
	child.Stdout, child.Stderr = os.Stdout, os.Stderr
	if err := child.Start(); err != nil {
		fmt.Fprintf(os.Stderr, "k3s: cannot start the server process: %v\n", err)
		return 1
	}
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT)
	go func() {
		for s := range signals {
			_ = child.Process.Signal(s)
		}
	}()
	for {
		var status syscall.WaitStatus
		pid, err := syscall.Wait4(-1, &status, 0, nil)
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "k3s: waiting for the server process failed: %v\n", err)
			return 1
		}
		if pid == child.Process.Pid && (status.Exited() || status.Signaled()) {
			return exitCodeOf(status)
		}
	}
}

func exitCodeOf(status syscall.WaitStatus) int {
	if status.Signaled() {
		return 128 + int(status.Signal())
	}
	return status.ExitStatus()
}
