{{/*
Labels of the target: `instance` must not change when a pod is made anew, and namespace, pod and container
are ours to say: they name whoever holds the GPU, not the exporter.
*/}}
{{- define "gpuscope.relabelings" -}}
- action: labeldrop
  regex: namespace|pod|container
- action: replace
  targetLabel: job
  replacement: gpuscope-{{ .component }}
{{- if eq .component "node" }}
- action: replace
  sourceLabels: [__meta_kubernetes_pod_node_name]
  targetLabel: instance
{{- else }}
- action: replace
  targetLabel: instance
  replacement: gpuscope-{{ .component }}
{{- end }}
{{- with .root.Values.monitoring.extraRelabelings }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "gpuscope.endpoint" -}}
- port: metrics
  path: /metrics
  interval: {{ .root.Values.monitoring.interval }}
  scrapeTimeout: {{ .root.Values.monitoring.scrapeTimeout }}
  honorLabels: true
  relabelings: {{ include "gpuscope.relabelings" . | nindent 4 }}
  {{- with .root.Values.monitoring.metricRelabelings }}
  metricRelabelings: {{ toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{/* The roles that are switched on, as text with commas. */}}
{{- define "gpuscope.components" -}}
{{- $on := list -}}
{{- if .Values.node.enabled }}{{ $on = append $on "node" }}{{ end -}}
{{- if .Values.clusterRole.enabled }}{{ $on = append $on "cluster" }}{{ end -}}
{{- join "," $on -}}
{{- end -}}
