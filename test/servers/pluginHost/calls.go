package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
	"github.com/hashicorp/go-plugin"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
)

// calls are what Grafana can ask of a plugin.
type calls struct {
	client      *plugin.Client
	protocol    plugin.ClientProtocol
	data        grpcplugin.DataClient
	diagnostics grpcplugin.DiagnosticsClient
	resource    grpcplugin.ResourceClient
	stream      grpcplugin.StreamClient
}

func connect(client *plugin.Client) (*calls, error) {
	protocol, err := client.Client()
	if err != nil {
		return nil, err
	}
	found := &calls{client: client, protocol: protocol}
	for name, set := range map[string]func(any){
		"data":        func(raw any) { found.data = raw.(grpcplugin.DataClient) },
		"diagnostics": func(raw any) { found.diagnostics = raw.(grpcplugin.DiagnosticsClient) },
		"resource":    func(raw any) { found.resource = raw.(grpcplugin.ResourceClient) },
		"stream":      func(raw any) { found.stream = raw.(grpcplugin.StreamClient) },
	} {
		raw, err := protocol.Dispense(name)
		if err != nil {
			return nil, err
		}
		set(raw)
	}
	return found, nil
}

func (c *calls) do(order order) (any, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if order.CancelAfterMs > 0 {
		defer time.AfterFunc(time.Duration(order.CancelAfterMs)*time.Millisecond, cancel).Stop()
	}
	switch order.Do {
	case "ping":
		return "pong", c.protocol.Ping()
	case "kill":
		started := time.Now()
		c.client.Kill()
		return map[string]any{"ms": time.Since(started).Milliseconds(), "exited": c.client.Exited()}, nil
	case "query":
		return c.query(ctx, order.Request)
	case "health":
		return unary(ctx, order.Request, &pluginv2.CheckHealthRequest{}, c.health)
	case "metrics":
		return unary(ctx, order.Request, &pluginv2.CollectMetricsRequest{}, c.metrics)
	case "subscribe":
		return unary(ctx, order.Request, &pluginv2.SubscribeStreamRequest{}, c.subscribe)
	case "publish":
		return unary(ctx, order.Request, &pluginv2.PublishStreamRequest{}, c.publish)
	case "resource":
		return c.callResource(ctx, order.Request)
	case "run":
		return c.runStream(ctx, order.Request)
	}
	return nil, fmt.Errorf("no such call: %s", order.Do)
}

func (c *calls) health(ctx context.Context, r *pluginv2.CheckHealthRequest) (proto.Message, error) {
	return c.diagnostics.CheckHealth(ctx, r)
}

func (c *calls) metrics(ctx context.Context, r *pluginv2.CollectMetricsRequest) (proto.Message, error) {
	return c.diagnostics.CollectMetrics(ctx, r)
}

func (c *calls) subscribe(ctx context.Context, r *pluginv2.SubscribeStreamRequest) (proto.Message, error) {
	return c.stream.SubscribeStream(ctx, r)
}

func (c *calls) publish(ctx context.Context, r *pluginv2.PublishStreamRequest) (proto.Message, error) {
	return c.stream.PublishStream(ctx, r)
}

func unary[R proto.Message](ctx context.Context, text json.RawMessage, request R, call func(context.Context, R) (proto.Message, error)) (any, error) {
	if err := protojson.Unmarshal(text, request); err != nil {
		return nil, err
	}
	answer, err := call(ctx, request)
	if err != nil {
		return nil, err
	}
	return asJSON(answer)
}

func asJSON(message proto.Message) (json.RawMessage, error) {
	return protojson.MarshalOptions{EmitUnpopulated: true}.Marshal(message)
}

// response is a DataResponse whose frames Grafana's own reader has read.
type response struct {
	Frames data.Frames `json:"frames"`
	// How many bytes each frame had.
	Sizes  []int  `json:"sizes"`
	Error  string `json:"error,omitempty"`
	Status int32  `json:"status"`
	Source string `json:"source,omitempty"`
}

func (c *calls) query(ctx context.Context, text json.RawMessage) (any, error) {
	request := &pluginv2.QueryDataRequest{}
	if err := protojson.Unmarshal(text, request); err != nil {
		return nil, err
	}
	answer, err := c.data.QueryData(ctx, request)
	if err != nil {
		return nil, err
	}
	responses := map[string]response{}
	for refID, found := range answer.Responses {
		frames, err := data.UnmarshalArrowFrames(found.Frames)
		if err != nil {
			return nil, err
		}
		sizes := make([]int, len(found.Frames))
		for at, frame := range found.Frames {
			sizes[at] = len(frame)
		}
		responses[refID] = response{Frames: frames, Sizes: sizes, Error: found.Error, Status: found.Status, Source: found.ErrorSource}
	}
	return responses, nil
}

func (c *calls) callResource(ctx context.Context, text json.RawMessage) (any, error) {
	request := &pluginv2.CallResourceRequest{}
	if err := protojson.Unmarshal(text, request); err != nil {
		return nil, err
	}
	stream, err := c.resource.CallResource(ctx, request)
	if err != nil {
		return nil, err
	}
	return collect(func() (proto.Message, error) { return stream.Recv() })
}

func (c *calls) runStream(ctx context.Context, text json.RawMessage) (any, error) {
	request := &pluginv2.RunStreamRequest{}
	if err := protojson.Unmarshal(text, request); err != nil {
		return nil, err
	}
	stream, err := c.stream.RunStream(ctx, request)
	if err != nil {
		return nil, err
	}
	frames := []*data.Frame{}
	for {
		packet, err := stream.Recv()
		if errors.Is(err, io.EOF) || ctx.Err() != nil {
			return frames, nil
		}
		if err != nil {
			return nil, err
		}
		frame := &data.Frame{}
		if err := json.Unmarshal(packet.Data, frame); err != nil {
			return nil, err
		}
		frames = append(frames, frame)
	}
}

func collect(next func() (proto.Message, error)) ([]json.RawMessage, error) {
	parts := []json.RawMessage{}
	for {
		message, err := next()
		if errors.Is(err, io.EOF) {
			return parts, nil
		}
		if err != nil {
			return nil, err
		}
		part, err := asJSON(message)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
}
