package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"strings"
	"time"
)

// controlSocket is where the running server takes the commands of podproof-node.
const controlSocket = "/run/podproof-node.sock"

// versionsFile is written when the image is built.
const versionsFile = "/usr/local/share/podproof-node/versions.json"

// restartable are the components whose restart keeps the pods: containers belong to their shims.
var restartable = []string{"kubelet", "containerd"}

const nodeUsage = `usage: podproof-node restart kubelet|containerd   restarts that component; pods keep running
       podproof-node version                       prints the versions of all parts as JSON`

// nodeCommand is the command line of podproof-node, which a real K3s does not have.
func nodeCommand(args []string) int {
	switch {
	case len(args) == 1 && args[0] == "version":
		text, err := os.ReadFile(versionsFile)
		if err != nil {
			fmt.Fprintf(os.Stderr, "podproof-node: %v\n", err)
			return 1
		}
		fmt.Print(string(text))
		return 0
	case len(args) == 2 && args[0] == "restart" && contains(restartable, args[1]):
		return askServer("restart " + args[1])
	}
	fmt.Fprintln(os.Stderr, nodeUsage)
	return exitUsage
}

func askServer(command string) int {
	connection, err := net.Dial("unix", controlSocket)
	if err != nil {
		fmt.Fprintf(os.Stderr, "podproof-node: no server runs in this container: %v\n", err)
		return 1
	}
	defer connection.Close()
	fmt.Fprintln(connection, command)
	var answer struct{ Done, Failed string }
	if err := json.NewDecoder(connection).Decode(&answer); err != nil {
		fmt.Fprintf(os.Stderr, "podproof-node: the server gave no answer: %v\n", err)
		return 1
	}
	if answer.Failed != "" {
		fmt.Fprintf(os.Stderr, "podproof-node: %s\n", answer.Failed)
		return 1
	}
	fmt.Println(answer.Done)
	return 0
}

// listenForCommands answers podproof-node, one command a connection.
func listenForCommands(s *server) error {
	_ = os.Remove(controlSocket)
	listener, err := net.Listen("unix", controlSocket)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w", controlSocket, err)
	}
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			go s.answer(connection)
		}
	}()
	return nil
}

func (s *server) answer(connection net.Conn) {
	defer connection.Close()
	line, err := bufio.NewReader(connection).ReadString('\n')
	if err != nil {
		return
	}
	name := strings.TrimPrefix(strings.TrimSpace(line), "restart ")
	began := time.Now()
	answer := map[string]string{}
	if err := s.restart(name); err != nil {
		answer["Failed"] = err.Error()
	} else {
		answer["Done"] = fmt.Sprintf("%s restarted in %.1fs", name, time.Since(began).Seconds())
		s.say("%s, as asked", answer["Done"])
	}
	_ = json.NewEncoder(connection).Encode(answer)
}

func (s *server) restart(name string) error {
	if !contains(restartable, name) {
		return fmt.Errorf("%q cannot be restarted; only %s", name, strings.Join(restartable, " and "))
	}
	if err := s.children.restart(name); err != nil {
		return err
	}
	return until(name, 30*time.Second, func() bool { return s.healthy(name) })
}

func (s *server) healthy(name string) bool {
	if name == "containerd" {
		return exec.Command("ctr", "-a", socket, "version").Run() == nil
	}
	return listens("tcp", "127.0.0.1:10250") && s.api.nodeReady(s.settings.NodeName)
}
