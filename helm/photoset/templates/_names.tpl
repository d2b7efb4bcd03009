{{- define "photoset.name" -}}
{{- if contains .Chart.Name .Release.Name -}}{{ .Release.Name | trunc 40 | trimSuffix "-" }}{{- else -}}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}{{- end -}}
{{- end -}}

{{- define "photoset.secret" -}}
{{ .Values.secrets.existingSecret | default (include "photoset.name" .) }}
{{- end -}}

{{- define "photoset.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}{{ .Values.serviceAccount.name | default (include "photoset.name" .) }}{{- else -}}{{ .Values.serviceAccount.name | default "default" }}{{- end -}}
{{- end -}}

{{- /* Labels of one process: (dict "root" $ "process" "api-web") */ -}}
{{- define "photoset.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .process }}
{{- end -}}

{{- define "photoset.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end -}}

{{- /* One key of the Secret: (dict "root" $ "env" "PHOTOSET_AUTH_SECRET" "key" "auth-secret") */ -}}
{{- define "photoset.secretEnv" -}}
- name: {{ .env }}
  valueFrom: {secretKeyRef: {name: {{ include "photoset.secret" .root }}, key: {{ .key }}}}
{{- end -}}
