// Program conformance tells what a report of ginkgo says about the tests that were wanted: how many
// passed, failed and were left out, and why. It ends with code 1 unless some passed and none failed.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"sort"
	"strings"

	"github.com/onsi/ginkgo/v2/types"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: conformance REPORT FOCUS SKIP")
		os.Exit(2)
	}
	wanted, leftOut := regexp.MustCompile(os.Args[2]), regexp.MustCompile(os.Args[3])
	specs, err := specsOf(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	passed := 0
	var failures, omissions []string
	for _, spec := range specs {
		name := spec.FullText()
		if spec.LeafNodeType != types.NodeTypeIt {
			if spec.State.Is(types.SpecStateFailureStates) {
				failures = append(failures, fmt.Sprintf("%s %s: %s", spec.LeafNodeType, name, firstLine(spec.Failure.Message)))
			}
			continue
		}
		if !wanted.MatchString(name) {
			continue
		}
		switch {
		case spec.State.Is(types.SpecStatePassed):
			passed++
		case spec.State.Is(types.SpecStateFailureStates):
			failures = append(failures, fmt.Sprintf("%s (%.0f s): %s", name, spec.RunTime.Seconds(), firstLine(spec.Failure.Message)))
		default:
			reason := leftOut.FindString(name)
			if reason == "" {
				reason = firstLine(spec.Failure.Message)
			}
			omissions = append(omissions, fmt.Sprintf("%s: %s", reason, name))
		}
	}
	list("left out", omissions)
	list("failed", failures)
	fmt.Printf("%d passed, %d failed, %d left out\n", passed, len(failures), len(omissions))
	if passed == 0 || len(failures) > 0 {
		os.Exit(1)
	}
}

func specsOf(file string) (types.SpecReports, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var reports []types.Report
	if err := json.Unmarshal(text, &reports); err != nil {
		return nil, fmt.Errorf("%s is no report of ginkgo: %w", file, err)
	}
	var specs types.SpecReports
	for _, report := range reports {
		specs = append(specs, report.SpecReports...)
	}
	return specs, nil
}

func list(title string, lines []string) {
	sort.Strings(lines)
	for _, line := range lines {
		fmt.Printf("%s: %s\n", title, line)
	}
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}
