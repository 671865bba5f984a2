// Command pluginhost starts a Grafana plugin as Grafana does and puts calls to it that it reads from stdin: one JSON
// object a line, answered by one a line on stdout, in the order in which they end. What the plugin logs goes to
// stderr. It ends when stdin does, and the plugin with it.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"sync"

	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-plugin"
)

func main() {
	secure := flag.Bool("mtls", false, "both ends show certificates")
	socketDir := flag.String("socket-dir", "", "where the plugin's socket has to lie")
	flag.Parse()
	if err := run(flag.Args(), *secure, *socketDir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(command []string, secure bool, socketDir string) error {
	cmd := exec.Command(command[0], command[1:]...)
	// Grafana passes on little of its own environment.
	cmd.Env = []string{"GF_VERSION=12.4.0"}
	if socketDir != "" {
		cmd.Env = append(cmd.Env, plugin.EnvUnixSocketDir+"="+socketDir)
	}
	config := &plugin.ClientConfig{
		Cmd:              cmd,
		HandshakeConfig:  plugin.HandshakeConfig{ProtocolVersion: grpcplugin.ProtocolVersion, MagicCookieKey: grpcplugin.MagicCookieKey, MagicCookieValue: grpcplugin.MagicCookieValue},
		VersionedPlugins: map[int]plugin.PluginSet{grpcplugin.ProtocolVersion: services()},
		AllowedProtocols: []plugin.Protocol{plugin.ProtocolGRPC},
		SkipHostEnv:      true,
		AutoMTLS:         secure,
		Logger:           hclog.New(&hclog.LoggerOptions{Level: hclog.Trace, Output: os.Stderr, JSONFormat: true}),
	}
	client := plugin.NewClient(config)
	defer client.Kill()
	calls, err := connect(client)
	if err != nil {
		return err
	}
	answers := newAnswers()
	answers.write(0, map[string]any{"pid": client.ReattachConfig().Pid, "version": client.NegotiatedVersion()}, nil)
	return serve(calls, answers)
}

// serve runs each line of stdin at once, beside those before it.
func serve(calls *calls, answers *answers) error {
	lines := bufio.NewReader(os.Stdin)
	var running sync.WaitGroup
	defer running.Wait()
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return nil
		}
		var order order
		if err := json.Unmarshal(line, &order); err != nil {
			return fmt.Errorf("no order: %w", err)
		}
		running.Add(1)
		go func() {
			defer running.Done()
			result, err := calls.do(order)
			answers.write(order.ID, result, err)
		}()
	}
}

func services() plugin.PluginSet {
	return plugin.PluginSet{
		"data":        &grpcplugin.DataGRPCPlugin{},
		"diagnostics": &grpcplugin.DiagnosticsGRPCPlugin{},
		"resource":    &grpcplugin.ResourceGRPCPlugin{},
		"stream":      &grpcplugin.StreamGRPCPlugin{},
	}
}
