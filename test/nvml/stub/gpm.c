/* GPM: means between two samples that the caller holds. Drivers from 520 on, whole GPUs; instances from 525 on. */
#include <stdlib.h>
#include <string.h>

#include "counts.h"
#include "figures.h"

#if DRIVER >= 525

enum { MOST_METRICS = DRIVER >= 580 ? 210 : 98, MOST_SAMPLES = 65536 };

struct gpm_sample {
  char gpu[96];
  unsigned gpu_instance;
  double time;
  int taken;
};

/* Samples that are alive: what is not among them was freed, or never one. */
static struct gpm_sample *alive[MOST_SAMPLES];

static struct gpm_sample **find(handle sample) {
  for (int i = 0; i < MOST_SAMPLES; i += 1)
    if (alive[i] == sample) return &alive[i];
  return NULL;
}

static const char *metric_name(unsigned id) {
  switch (id) {
    case 1: return "engineActive";
    case 2: return "smActive";
    case 3: return "smOccupancy";
    case 5: return "tensorActive";
    case 10: return "dramActive";
    case 20: return "gpmPcieTransmit";
    case 21: return "gpmPcieReceive";
    case 60: return "gpmNvlinkReceive";
    case 61: return "gpmNvlinkTransmit";
    default: return "";
  }
}

static int has_gpm(const struct target *at) {
  if (find_figure(&at->gpu->figures, "engineActive") != NULL) return 1;
  for (int i = 0; i < at->gpu->instances; i += 1)
    if (find_figure(&at->gpu->instance[i].figures, "engineActive") != NULL) return 1;
  return 0;
}

EXPORT answer nvmlGpmQueryDeviceSupport(handle device, struct gpm_support *support) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (support == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (support->version != 1) return leave(misuse(NVML_ERROR_ARGUMENT_VERSION_MISMATCH));
  support->supported = (unsigned)has_gpm(&at);
  return leave(NVML_SUCCESS);
}

EXPORT answer nvmlGpmSampleAlloc(handle *sample) {
  answer code = enter(__func__);
  if (code != NVML_SUCCESS) return code;
  struct gpm_sample **place = find(NULL);
  if (sample == NULL || place == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  *place = calloc(1, sizeof **place);
  *sample = *place;
  add_count(GPM_SAMPLES, 1);
  add_count(GPM_SAMPLES_MADE, 1);
  return leave(NVML_SUCCESS);
}

EXPORT answer nvmlGpmSampleFree(handle sample) {
  answer code = enter(__func__);
  if (code != NVML_SUCCESS) return code;
  struct gpm_sample **place = sample == NULL ? NULL : find(sample);
  if (place == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  free(*place);
  *place = NULL;
  add_count(GPM_SAMPLES, -1);
  return leave(NVML_SUCCESS);
}

static answer take(const struct target *at, unsigned gpu_instance, handle sample) {
  struct gpm_sample **place = sample == NULL ? NULL : find(sample);
  if (place == NULL) return misuse(NVML_ERROR_INVALID_ARGUMENT);
  if (!has_gpm(at)) return NVML_ERROR_NOT_SUPPORTED;
  strcpy((*place)->gpu, at->gpu->uuid);
  (*place)->gpu_instance = gpu_instance;
  (*place)->time = now();
  (*place)->taken = 1;
  return NVML_SUCCESS;
}

EXPORT answer nvmlGpmSampleGet(handle device, handle sample) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (at.instance != NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  return leave(take(&at, NO_INSTANCE, sample));
}

EXPORT answer nvmlGpmMigSampleGet(handle device, unsigned gpu_instance, handle sample) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (at.instance != NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  for (int i = 0; i < at.gpu->instances; i += 1)
    if (at.gpu->instance[i].gpu_instance == gpu_instance) return leave(take(&at, gpu_instance, sample));
  return leave(NVML_ERROR_INVALID_ARGUMENT);
}

/* Finds what both samples are of. */
static answer same_target(const struct gpm_sample *before, const struct gpm_sample *after, struct target *at) {
  if (!before->taken || !after->taken || after->time <= before->time) return NVML_ERROR_INVALID_ARGUMENT;
  if (strcmp(before->gpu, after->gpu) != 0 || before->gpu_instance != after->gpu_instance)
    return NVML_ERROR_INVALID_ARGUMENT;
  for (int i = 0; i < world()->gpus; i += 1) {
    at->gpu = &world()->gpu[i];
    at->index = i;
    at->instance = NULL;
    if (strcmp(at->gpu->uuid, before->gpu) != 0) continue;
    if (before->gpu_instance == NO_INSTANCE) return NVML_SUCCESS;
    for (int j = 0; j < at->gpu->instances; j += 1) {
      at->instance = &at->gpu->instance[j];
      if (at->instance->gpu_instance == before->gpu_instance) return NVML_SUCCESS;
    }
  }
  return NVML_ERROR_INVALID_ARGUMENT;
}

EXPORT answer nvmlGpmMetricsGet(struct gpm_request *request) {
  answer code = enter(__func__);
  if (code != NVML_SUCCESS) return code;
  if (request == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (request->version != 1) return leave(misuse(NVML_ERROR_ARGUMENT_VERSION_MISMATCH));
  struct gpm_sample **before = request->before == NULL ? NULL : find(request->before);
  struct gpm_sample **after = request->after == NULL ? NULL : find(request->after);
  if (before == NULL || after == NULL || request->count > MOST_METRICS)
    return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  struct target at;
  code = same_target(*before, *after, &at);
  if (code != NVML_SUCCESS) return leave(misuse(code));
  for (unsigned i = 0; i < request->count; i += 1) {
    struct gpm_metric *metric = &request->metrics[i];
    metric->answer = figure_mean(&at, metric_name(metric->id), (*before)->time, (*after)->time, &metric->value);
  }
  return leave(NVML_SUCCESS);
}

#endif
