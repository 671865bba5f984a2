// The numbers by which fields go over the wire: github.com/grafana/grafana-plugin-sdk-go, package pluginv2.
// Host and plugin each write what the other reads.

export const CONTEXT = {
  orgId: 1,
  pluginId: 2,
  user: 3,
  dataSource: 5,
  grafanaConfig: 6,
  pluginVersion: 7,
  userAgent: 8,
  namespace: 10,
} as const;

export const USER = { login: 1, name: 2, email: 3, role: 4 } as const;

export const DATA_SOURCE = {
  name: 2,
  url: 3,
  user: 4,
  database: 5,
  jsonData: 8,
  secrets: 9,
  updatedMs: 10,
  uid: 11,
} as const;

/** QueryDataRequest. CheckHealthRequest has the first two. */
export const QUERIES = { context: 1, headers: 2, queries: 3 } as const;

export const QUERY = {
  refId: 1,
  maxDataPoints: 2,
  intervalMs: 3,
  timeRange: 4,
  json: 5,
  queryType: 6,
} as const;

export const TIME_RANGE = { fromMs: 1, toMs: 2 } as const;

/** QueryDataResponse. */
export const ANSWERS = { responses: 1 } as const;

/** DataResponse. */
export const ANSWER = { frames: 1, error: 2, status: 4, source: 5 } as const;

/** CheckHealthResponse. */
export const HEALTH = { status: 1, message: 2, details: 3 } as const;

/** CallResourceRequest. */
export const RESOURCE = { context: 1, path: 2, method: 3, url: 4, headers: 5, body: 6 } as const;

/** CallResourceResponse. */
export const RESOURCE_PART = { status: 1, headers: 2, body: 3 } as const;

/** StringList. */
export const STRINGS = { values: 1 } as const;
