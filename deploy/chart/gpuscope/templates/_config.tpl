{{- define "gpuscope.dcgmSource" -}}
{{- $dcgm := .Values.dcgm -}}
{{- if eq $dcgm.mode "sidecar" -}}
url: {{ printf "http://127.0.0.1:%v/metrics" $dcgm.sidecar.port }}
{{- else -}}
pod: {{ $dcgm.existing | toYaml | nindent 2 }}
{{- end -}}
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
{{- $source := dict "dcgm" (include "gpuscope.dcgmSource" . | fromYaml) -}}
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
