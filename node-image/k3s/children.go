package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

// logDir holds one log file for each child.
const logDir = "/var/log"

// component is a program that the node consists of.
type component struct {
	name string
	args []string
	env  []string
}

// death tells that a child ended without having been asked to.
type death struct {
	name  string
	state *os.ProcessState
	after time.Duration
}

func (d death) Error() string {
	how := fmt.Sprintf("exited with code %d", d.state.ExitCode())
	if status, ok := d.state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		how = fmt.Sprintf("was killed by signal %d (%s)", status.Signal(), status.Signal())
	}
	log := logFile(d.name)
	return fmt.Sprintf("%s %s after %.1fs; the node stops. Last lines of %s:\n%s",
		d.name, how, d.after.Seconds(), log, strings.Join(lastLines(log, 5), "\n"))
}

// children runs the components and notices when one of them dies. A component is never restarted
// unless somebody asks for it.
type children struct {
	mu       sync.Mutex
	running  map[string]*child
	deaths   chan death
	stopping bool
}

type child struct {
	component component
	cmd       *exec.Cmd
	began     time.Time
	expected  bool
	ended     chan struct{}
}

func newChildren() *children {
	return &children{running: map[string]*child{}, deaths: make(chan death, 16)}
}

// start runs a component; its output is appended to its log file.
func (c *children) start(component component) error {
	log, err := os.OpenFile(logFile(component.name), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o640)
	if err != nil {
		return fmt.Errorf("cannot open the log of %s: %w", component.name, err)
	}
	defer log.Close()
	cmd := exec.Command(component.args[0], component.args[1:]...)
	cmd.Env = append(os.Environ(), component.env...)
	cmd.Stdout, cmd.Stderr = log, log
	// A group of its own: a signal to the server's group does not reach it.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("cannot start %s: %w", component.name, err)
	}
	started := &child{component: component, cmd: cmd, began: time.Now(), ended: make(chan struct{})}
	c.mu.Lock()
	c.running[component.name] = started
	c.mu.Unlock()
	go c.watch(started)
	return nil
}

func (c *children) watch(one *child) {
	_ = one.cmd.Wait()
	c.mu.Lock()
	expected := one.expected || c.stopping
	c.mu.Unlock()
	close(one.ended)
	if !expected {
		c.deaths <- death{one.component.name, one.cmd.ProcessState, time.Since(one.began)}
	}
}

// restart stops a component and starts it anew with the same arguments.
func (c *children) restart(name string) error {
	c.mu.Lock()
	one, found := c.running[name]
	if found {
		one.expected = true
	}
	c.mu.Unlock()
	if !found {
		return fmt.Errorf("%s is not running", name)
	}
	one.stop(10 * time.Second)
	return c.start(one.component)
}

// stopAll ends every component, the one that starts containers first.
func (c *children) stopAll(limit time.Duration) {
	c.mu.Lock()
	c.stopping = true
	all := make([]*child, 0, len(c.running))
	for _, one := range c.running {
		all = append(all, one)
	}
	c.mu.Unlock()
	var done sync.WaitGroup
	for _, one := range all {
		done.Add(1)
		go func() {
			defer done.Done()
			one.stop(limit)
		}()
	}
	done.Wait()
}

// stop asks the process to end, and ends it when it has not within the limit.
func (one *child) stop(limit time.Duration) {
	_ = one.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-one.ended:
	case <-time.After(limit):
		_ = one.cmd.Process.Kill()
		<-one.ended
	}
}

func logFile(name string) string { return filepath.Join(logDir, name+".log") }

func lastLines(file string, n int) []string {
	f, err := os.Open(file)
	if err != nil {
		return []string{"(" + err.Error() + ")"}
	}
	defer f.Close()
	var lines []string
	scanner := bufio.NewScanner(f)
	scanner.Buffer(make([]byte, 64*1024), 4*1024*1024)
	for scanner.Scan() {
		lines = append(lines, scanner.Text())
		if len(lines) > n {
			lines = lines[1:]
		}
	}
	return lines
}
