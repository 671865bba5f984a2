import { Buffer } from 'node:buffer';
import { parse, type Type } from 'protobufjs';

/**
 * Grafana's messages in the protocol's own language, for a reader and writer that is not ours. Names and numbers:
 * github.com/grafana/grafana-plugin-sdk-go, package pluginv2.
 */
const GRAFANA = `
syntax = "proto3";
message User { string login = 1; string name = 2; string email = 3; string role = 4; }
message AppSettings { bytes jsonData = 3; }
message DataSource {
  int64 id = 1; string name = 2; string url = 3; string user = 4; string database = 5;
  bool basicAuthEnabled = 6; string basicAuthUser = 7; bytes jsonData = 8;
  map<string, string> decryptedSecureJsonData = 9; int64 lastUpdatedMS = 10; string uid = 11; string apiVersion = 12;
}
message Context {
  int64 orgId = 1; string pluginId = 2; User user = 3; AppSettings app = 4; DataSource dataSource = 5;
  map<string, string> grafanaConfig = 6; string pluginVersion = 7; string userAgent = 8; string apiVersion = 9;
  string namespace = 10;
}
message TimeRange { int64 fromEpochMS = 1; int64 toEpochMS = 2; }
message DataQuery {
  string refId = 1; int64 maxDataPoints = 2; int64 intervalMS = 3; TimeRange timeRange = 4; bytes json = 5;
  string queryType = 6;
}
message QueryDataRequest {
  Context context = 1; map<string, string> headers = 2; repeated DataQuery queries = 3; int32 format = 4;
}
message DataResponse {
  repeated bytes frames = 1; string error = 2; bytes jsonMeta = 3; int32 status = 4; string errorSource = 5;
}
message QueryDataResponse { map<string, DataResponse> responses = 1; }
message StringList { repeated string values = 1; }
message CallResourceRequest {
  Context context = 1; string path = 2; string method = 3; string url = 4; map<string, StringList> headers = 5;
  bytes body = 6;
}
message CallResourceResponse { int32 code = 1; map<string, StringList> headers = 2; bytes body = 3; }
message CheckHealthRequest { Context context = 1; map<string, string> headers = 2; }
message CheckHealthResponse { int32 status = 1; string message = 2; bytes jsonDetails = 3; }
message Payload { bytes prometheus = 1; }
message CollectMetricsResponse { Payload metrics = 1; }
message ChannelRequest { Context context = 1; string path = 2; bytes data = 3; map<string, string> headers = 4; }
message ChannelResponse { int32 status = 1; bytes data = 2; }
message StreamPacket { bytes data = 1; }
message HealthCheck { string service = 1; }
message HealthStatus { int32 status = 1; }
message Any { string typeUrl = 1; bytes value = 2; }
message Status { int32 code = 1; string message = 2; repeated Any details = 3; }
message ErrorInfo { string reason = 1; string domain = 2; map<string, string> metadata = 3; }
`;

const { root } = parse(GRAFANA);

const typeOf = (name: string): Type => root.lookupType(name);

/** The bytes of a message as Grafana would send it. */
export function encoded(name: string, message: Readonly<Record<string, unknown>>): Uint8Array {
  const type = typeOf(name);
  return type.encode(type.fromObject(message)).finish();
}

/** A message as Grafana would read it: all fields, bytes as text. */
export function decoded(name: string, bytes: Uint8Array): Record<string, unknown> {
  const type = typeOf(name);
  const message = type.toObject(type.decode(bytes), { defaults: true, longs: Number });
  return asText(message) as Record<string, unknown>;
}

function asText(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asText(part)]));
}
