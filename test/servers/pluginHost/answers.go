package main

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"sync"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"google.golang.org/grpc/status"
)

// order is one line of stdin.
type order struct {
	ID int `json:"id"`
	// What to call.
	Do string `json:"do"`
	// The request, in protobuf's JSON.
	Request json.RawMessage `json:"request"`
	// After so long the caller no longer waits; 0 is never.
	CancelAfterMs int `json:"cancelAfterMs"`
}

type answer struct {
	ID     int      `json:"id"`
	Result any      `json:"result,omitempty"`
	Error  *failure `json:"error,omitempty"`
}

type failure struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	// Whose fault it is, as Grafana reads it; empty where the plugin did not say.
	Source string `json:"source,omitempty"`
}

type answers struct {
	mutex sync.Mutex
	out   *bufio.Writer
}

func newAnswers() *answers {
	return &answers{out: bufio.NewWriter(os.Stdout)}
}

func (a *answers) write(id int, result any, err error) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	line, failed := json.Marshal(answer{ID: id, Result: result, Error: failureOf(err)})
	if failed != nil {
		line, _ = json.Marshal(answer{ID: id, Error: failureOf(failed)})
	}
	_, _ = a.out.Write(append(line, '\n'))
	_ = a.out.Flush()
}

func failureOf(err error) *failure {
	if err == nil {
		return nil
	}
	found := &failure{Code: status.Code(err).String(), Message: status.Convert(err).Message()}
	if source, ok := backend.ErrorSourceFromGrpcStatusError(context.Background(), err); ok {
		found.Source = string(source)
	}
	return found
}
