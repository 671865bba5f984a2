{{- define "gpuscope.source" -}}
{{- $dcgm := .Values.dcgm -}}
{{- if eq $dcgm.mode "none" -}}
nvml: { sampleEvery: {{ .Values.nvml.sampleEvery | quote }} }
{{- else if eq $dcgm.mode "sidecar" -}}
dcgm: { url: {{ printf "http://127.0.0.1:%v/metrics" $dcgm.sidecar.port | quote }} }
{{- else -}}
dcgm:
  pod: {{ $dcgm.existing | toYaml | nindent 4 }}
{{- end -}}
{{- end -}}

{{/* What the exporter needs to load the driver's library, which NVIDIA's runtime brings; empty where it does not. */}}
{{- define "gpuscope.usesNvml" -}}
{{- if or (eq .Values.dcgm.mode "none") .Values.node.processes.enabled -}}true{{- end -}}
{{- end -}}

{{/* gpuscope.yaml of the role node: what the chart knows, under what the values say. */}}
{{- define "gpuscope.nodeConfig" -}}
{{- $holders := list -}}
{{- if .Values.node.podResources.enabled -}}
{{- $holders = append $holders "podResources" -}}
{{- end -}}
{{- /* The sidecar is not told of pods: it would need the same socket. */ -}}
{{- if eq .Values.dcgm.mode "existing" -}}
{{- $holders = append $holders "dcgmLabels" -}}
{{- end -}}
{{- /* After those that know of allocations: a process says who computes, not who holds. */ -}}
{{- if .Values.node.processes.enabled -}}
{{- $holders = append $holders "processes" -}}
{{- end -}}
{{- $source := include "gpuscope.source" . | fromYaml -}}
{{- $exporter := dict "listen" (printf ":%v" .Values.port) "node" "${NODE_NAME}" "sources" (list $source) "holders" $holders "pods" "kubernetes" -}}
{{- $base := dict "version" 1 "cluster" .Values.cluster "exporter" $exporter -}}
{{- mergeOverwrite $base (deepCopy .Values.config) | toYaml -}}
{{- end -}}

{{/* gpuscope.yaml of the role cluster: it reads pods and nothing else. */}}
{{- define "gpuscope.clusterConfig" -}}
{{- $exporter := dict "listen" (printf ":%v" .Values.port) "node" "${NODE_NAME}" "pods" "kubernetes" -}}
{{- $base := dict "version" 1 "cluster" .Values.cluster "exporter" $exporter -}}
{{- $given := deepCopy .Values.config -}}
{{- if $given.exporter -}}
{{- $_ := set $given "exporter" (omit $given.exporter "sources" "holders") -}}
{{- end -}}
{{- mergeOverwrite $base $given | toYaml -}}
{{- end -}}
