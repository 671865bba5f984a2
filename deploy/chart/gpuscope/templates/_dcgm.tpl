{{/*
NVIDIA's dcgm-exporter beside ours. It listens on loopback, where no kubelet probe reaches it: that it answers is
asked every cycle by the exporter, whose gpuscope_exporter_source_up says so. Its health page is green with stale
figures, so a probe would tell less.
*/}}
{{- define "gpuscope.dcgmContainer" -}}
{{- $dcgm := .Values.dcgm.sidecar -}}
- name: dcgm-exporter
  image: {{ include "gpuscope.image" (dict "image" $dcgm.image "default" "") }}
  imagePullPolicy: {{ $dcgm.image.pullPolicy }}
  args: [--collectors, /etc/gpuscope/counters.csv, --collect-interval, {{ $dcgm.intervalMilliseconds | quote }}]
  env:
    - name: DCGM_EXPORTER_LISTEN
      value: 127.0.0.1:{{ $dcgm.port }}
    {{- /* Samples then carry the node's name, not the pod's. */}}
    {{- include "gpuscope.env" . | nindent 4 }}
    {{- /* The nvidia runtime gives a container the GPUs that it names; asking the scheduler for one would hold it. */}}
    - name: NVIDIA_VISIBLE_DEVICES
      value: all
    {{- with $dcgm.extraEnv }}{{ toYaml . | nindent 4 }}{{ end }}
  resources: {{ toYaml $dcgm.resources | nindent 4 }}
  securityContext:
    allowPrivilegeEscalation: false
    privileged: false
    runAsUser: 0
    runAsGroup: 0
    capabilities:
      drop: [ALL]
      {{- if $dcgm.profiling }}
      add: [SYS_ADMIN]
      {{- end }}
  volumeMounts:
    - name: config
      mountPath: /etc/gpuscope/counters.csv
      subPath: counters.csv
      readOnly: true
{{- end -}}
