{{- define "gpuscope.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* Short enough that "-cluster" and a pod's hash fit behind it. */}}
{{- define "gpuscope.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 42 | trimSuffix "-" -}}
{{- else if contains (include "gpuscope.name" .) .Release.Name -}}
{{- .Release.Name | trunc 42 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "gpuscope.name" .) | trunc 42 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "gpuscope.selector" -}}
app.kubernetes.io/name: {{ include "gpuscope.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "gpuscope.labels" -}}
{{ include "gpuscope.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: gpuscope
{{- end -}}

{{- define "gpuscope.image" -}}
{{- $tag := .image.tag | default .default -}}
{{- .image.repository -}}{{- if .image.digest -}}@{{ .image.digest }}{{- else -}}:{{ $tag }}{{- end -}}
{{- end -}}

{{/* What every container of ours is denied. */}}
{{- define "gpuscope.containerSecurity" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "gpuscope.env" -}}
- name: NODE_NAME
  valueFrom:
    fieldRef:
      fieldPath: spec.nodeName
{{- end -}}

{{- define "gpuscope.ports" -}}
- name: metrics
  containerPort: {{ .Values.port }}
  protocol: TCP
{{- end -}}

{{/* Alive while it answers at all. Ready after the first cycle, whatever it brought: a silent source is an alert. */}}
{{- define "gpuscope.probes" -}}
livenessProbe:
  httpGet: { path: /-/healthy, port: metrics }
  periodSeconds: 20
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet: { path: /-/ready, port: metrics }
  periodSeconds: 5
  timeoutSeconds: 5
{{- end -}}

{{/* The API token is mounted by hand, so that no other container of the pod gets it. */}}
{{- define "gpuscope.tokenVolume" -}}
- name: api-token
  projected:
    defaultMode: 0444
    sources:
      - serviceAccountToken:
          path: token
          expirationSeconds: 3607
      - configMap:
          name: kube-root-ca.crt
          items: [{ key: ca.crt, path: ca.crt }]
{{- end -}}

{{- define "gpuscope.tokenMount" -}}
- name: api-token
  mountPath: /var/run/secrets/kubernetes.io/serviceaccount
  readOnly: true
{{- end -}}
