// Command kubernetes-under-test is three servers in one file: the first argument says which one runs.
// They share most of their code, so one binary takes a third of the disk and of the linking.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"go.etcd.io/etcd/server/v3/etcdmain"
	"k8s.io/component-base/cli"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllers "k8s.io/kubernetes/cmd/kube-controller-manager/app"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: kubernetes-under-test etcd|kube-apiserver|kube-controller-manager [flags]")
		os.Exit(2)
	}
	os.Args = os.Args[1:]
	switch os.Args[0] {
	case "etcd":
		etcdmain.Main(os.Args)
	case "kube-apiserver":
		runCommand(apiserver.NewAPIServerCommand())
	case "kube-controller-manager":
		runCommand(controllers.NewControllerManagerCommand())
	default:
		fmt.Fprintf(os.Stderr, "unknown server %q: etcd, kube-apiserver and kube-controller-manager are there\n", os.Args[0])
		os.Exit(2)
	}
}

func runCommand(command *cobra.Command) {
	os.Exit(cli.Run(command))
}
